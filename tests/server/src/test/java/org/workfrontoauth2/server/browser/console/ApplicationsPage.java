package org.workfrontoauth2.server.browser.console;

import java.util.List;
import java.util.stream.IntStream;
import org.workfrontoauth2.server.browser.Browser;

/** The realm's applications. */
record ApplicationsPage(Part part) {

    private static final String TABLE = "applications";

    ApplicationsPage(Browser browser) {
        this(Part.page(browser, "oauth2-applications"));
    }

    String title() {
        return part.text("page-title");
    }

    /** Name and type of each, in their order. */
    List<String> applications() {
        part.await(TABLE);
        List<String> names = part.links(TABLE);
        List<List<String>> rows = part.rows(TABLE);
        return IntStream.range(0, rows.size())
                .mapToObj(row -> names.get(row) + ": " + rows.get(row).get(1))
                .toList();
    }

    /** All that stands in the row of each, in the order of the columns. */
    List<List<String>> rows() {
        part.await(TABLE);
        return part.rows(TABLE);
    }

    /** When it was made and, unless that is never, last used. */
    List<String> moments(String name) {
        return part.moments(TABLE, name);
    }

    boolean showsLogos() {
        return part.showsPicture(TABLE);
    }

    String text() {
        part.await(TABLE);
        return part.text();
    }

    String language() {
        return part.language();
    }

    String direction() {
        return part.direction();
    }

    /** Whether nothing of it stands out to the side, whatever the console around it does. */
    boolean fits() {
        part.await(TABLE);
        return part.fits();
    }

    boolean createIsLeftOfTitle() {
        return part.left("create") < part.left("page-title");
    }

    /** How many of how many. */
    String places() {
        return part.text("places");
    }

    /** What it says of applications that it does not show. */
    String hidden() {
        return part.text("hidden");
    }

    CreationPage create() {
        part.press("create");
        return new CreationPage(part.browser());
    }

    boolean allowsToCreate() {
        return part.allows("create");
    }

    String whyNot() {
        return part.text("create-reason");
    }

    boolean isEmpty() {
        return part.shows("no-applications");
    }

    void awaitEmpty() {
        part.await("no-applications");
    }

    SettingsTab open(String name) {
        part.followIn(TABLE, name);
        return new SettingsTab(part.browser());
    }

    /** What stands there where the contract is switched off. */
    String switchedOff() {
        return part.text("switched-off");
    }

    void switchOn() {
        part.press("switch-on");
    }

    /** What stands there in the server's own realm. */
    boolean isNeverServed() {
        part.await("never-served");
        return true;
    }

    boolean offersToSwitchOn() {
        return part.shows("switch-on");
    }

    /** Those of this page alone, without the console around it. */
    List<String> barriers() {
        return part.barriers();
    }

    Failure failure() {
        return new Failure(part.in("load-failed"));
    }

    boolean isLoading() {
        return part.shows("loading");
    }
}
