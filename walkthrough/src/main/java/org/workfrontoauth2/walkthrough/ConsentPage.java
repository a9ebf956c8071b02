package org.workfrontoauth2.walkthrough;

import java.util.Map;

/** Where a user allows an application, or does not (contract, section 3). */
public record ConsentPage(Page page) {

    public ConsentPage {
        page.expect("login-login-oauth-grant");
    }

    /** Everything the page says, to be searched for names. */
    public String text() {
        return page.document().body().text();
    }

    public Page allow() {
        return page.press("accept", Map.of());
    }

    public Page deny() {
        return page.press("cancel", Map.of());
    }
}
