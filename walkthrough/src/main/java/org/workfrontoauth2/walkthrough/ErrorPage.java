package org.workfrontoauth2.walkthrough;

/** Where a request ends that may not be sent back to whoever made it (contract, section 3). */
public record ErrorPage(Page page) {

    public ErrorPage {
        page.expect("login-error");
    }

    public int status() {
        return page.status();
    }

    public String message() {
        return page.document().select("#kc-error-message .instruction").text();
    }
}
