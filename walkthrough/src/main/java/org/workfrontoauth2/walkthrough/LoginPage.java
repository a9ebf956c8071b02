package org.workfrontoauth2.walkthrough;

import java.util.Map;

/** Where a user says who they are. */
public record LoginPage(Page page) {

    public LoginPage {
        page.expect("login-login");
    }

    public Page logIn(String username, String password) {
        return page.press("login", Map.of("username", username, "password", password));
    }
}
