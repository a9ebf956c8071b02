package org.workfrontoauth2.walkthrough;

import java.util.Map;

/** Where a user confirms to be logged out of the browser. */
public record LogoutPage(Page page) {

    public LogoutPage {
        page.expect("login-logout-confirm");
    }

    public Page confirm() {
        return page.press("confirmLogout", Map.of()).expect("login-info");
    }
}
