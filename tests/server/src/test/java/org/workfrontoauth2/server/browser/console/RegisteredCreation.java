package org.workfrontoauth2.server.browser.console;

import org.workfrontoauth2.server.browser.Browser;

/** Where a registered application begins. */
record RegisteredCreation(Part part) {

    RegisteredCreation(Browser browser) {
        this(Part.page(browser, "new-registered-application"));
    }

    RegisteredCreation write(String field, String text) {
        part.write(field, text);
        return this;
    }

    /** What stands in a field to begin with. */
    String value(String field) {
        return part.value(field);
    }

    void send() {
        part.press("create");
    }

    RegisteredTabs create() {
        send();
        return RegisteredTabs.statement(part.browser());
    }

    void cancel() {
        part.press("cancel");
    }
}
