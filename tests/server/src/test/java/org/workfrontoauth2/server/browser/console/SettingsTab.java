package org.workfrontoauth2.server.browser.console;

import java.nio.file.Path;
import org.workfrontoauth2.server.browser.Browser;

/** The fields of an application; they have the API's names. */
record SettingsTab(Part part) {

    SettingsTab(Browser browser) {
        this(Part.page(browser, "oauth2-application-settings"));
    }

    Tabs tabs() {
        return new Tabs(part);
    }

    void awaitLoading() {
        part.await("loading");
    }

    boolean isLoading() {
        return part.shows("loading");
    }

    String clientId() {
        return part.value("client-id");
    }

    String value(String field) {
        return part.value(field);
    }

    void write(String field, String text) {
        part.write(field, text);
    }

    void choose(String field, String choice) {
        part.choose(field, choice);
    }

    /** Its own value: how many of which unit. */
    void measure(String field, String amount, String unit) {
        part.choose(field, "custom");
        part.write(field + "-amount", amount);
        part.choose(field + "-unit", unit);
    }

    void toggle(String field) {
        part.toggle(field);
    }

    boolean isOn(String field) {
        return part.isOn(field);
    }

    void addRedirectUrl(String url) {
        int before = part.count("redirect-url");
        part.press("add-url");
        part.browser().await(any -> part.count("redirect-url") > before);
        part.writeLast("redirect-url", url);
    }

    void correctRedirectUrl(String url) {
        part.writeLast("redirect-url", url);
    }

    /** What the page says about the last redirect URL. */
    String redirectProblem() {
        return part.lastWords("redirect-problem");
    }

    String unsaved() {
        return part.words("unsaved");
    }

    boolean allowsToSave() {
        return part.allows("save");
    }

    /** Waits until that field, or one of that kind, has the focus. */
    void awaitFocusOn(String field) {
        part.awaitFocusOn(field);
    }

    void save() {
        part.press("save");
    }

    void revert() {
        part.press("revert");
    }

    /** What it says when somebody else was faster. */
    String conflict() {
        return part.text("conflict");
    }

    void keepMine() {
        part.press("keep-mine");
        part.awaitGone("conflict");
    }

    void takeTheirs() {
        part.press("take-theirs");
        part.awaitGone("conflict");
    }

    boolean isReadOnly() {
        part.await("settings");
        return part.shows("read-only") && !part.allows("name") && !part.shows("save");
    }

    /** Waits until the page says that, wherever. */
    void awaitSaying(String sentence) {
        part.browser().await(any -> part.text("settings").contains(sentence));
    }

    /** The picture is shown before it is saved. */
    void dropLogo(Path file) {
        part.drop("logo", file);
    }

    void awaitLogoToSave() {
        part.await("save-logo");
    }

    void awaitNoLogoToSave() {
        part.awaitGone("save-logo");
    }

    /** The picture is shown before it is saved. */
    void chooseLogo(Path file) {
        part.hand("logo-file", file.toString());
        part.await("save-logo");
    }

    boolean showsLogo() {
        return part.showsPicture("logo");
    }

    void saveLogo() {
        part.press("save-logo");
    }

    void removeLogo() {
        part.press("remove-logo");
        part.awaitGone("remove-logo");
    }
}
