package org.workfrontoauth2.server.browser.console;

import java.util.List;
import org.workfrontoauth2.server.browser.Browser;

/** Where an application begins. */
record CreationPage(Part part) {

    CreationPage(Browser browser) {
        this(Part.page(browser, "new-oauth2-application"));
    }

    CreationPage choose(String type) {
        part.toggle("type-" + type);
        return this;
    }

    CreationPage name(String name) {
        part.write("name", name);
        return this;
    }

    CreationPage redirectUrl(String url) {
        part.write("redirect-url", url);
        return this;
    }

    boolean offersFusion() {
        return part.shows("add-fusion");
    }

    /** Takes the redirect URLs of Workfront Fusion. */
    void addFusion() {
        part.press("add-fusion");
        part.awaitGone("add-fusion");
    }

    List<String> redirectUrls() {
        return part.values("redirect-url");
    }

    /** What is wrong with the redirect URL, while it is typed. */
    String redirectProblem() {
        return part.words("redirect-problem");
    }

    boolean asksForRedirectUrls() {
        return part.shows("redirect-url");
    }

    /** Presses it, whether anything is made or not. */
    void send() {
        part.press("create");
    }

    String text() {
        return part.text("creation");
    }

    CredentialsTab create() {
        send();
        return new CredentialsTab(part.browser());
    }

    /** Leads to the list, unless the page asks first. */
    void cancel() {
        part.press("cancel");
    }

    String whyNot() {
        return part.text("cannot-create");
    }
}
