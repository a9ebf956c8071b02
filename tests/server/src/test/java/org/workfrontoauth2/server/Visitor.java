package org.workfrontoauth2.server;

import java.util.Map;
import org.workfrontoauth2.server.harness.User;
import org.workfrontoauth2.walkthrough.Application;
import org.workfrontoauth2.walkthrough.Browser;
import org.workfrontoauth2.walkthrough.Callback;
import org.workfrontoauth2.walkthrough.ConsentPage;
import org.workfrontoauth2.walkthrough.LoginPage;
import org.workfrontoauth2.walkthrough.LogoutPage;
import org.workfrontoauth2.walkthrough.Page;

/** A user in front of a browser. */
record Visitor(User user, Browser browser) {

    /** Opens a page and logs in there. */
    Page logIn(String address) {
        return new LoginPage(browser.open(address)).logIn(user.name(), user.password());
    }

    /** Comes back to the application with what it asked for: logs in and allows it, whichever is asked. */
    Callback allow(String address) {
        Page page = browser.open(address);
        if (page.left().isEmpty() && page.id().equals("login-login")) {
            page = new LoginPage(page).logIn(user.name(), user.password());
        }
        if (page.left().isEmpty()) {
            page = new ConsentPage(page).allow();
        }
        return page.callback();
    }

    Callback allow(Workfront workfront, Application application) {
        return allow(workfront.authorizeAddress(application));
    }

    Callback deny(Workfront workfront, Application application) {
        return new ConsentPage(logIn(workfront.authorizeAddress(application)))
                .deny()
                .callback();
    }

    /** A code, redeemed. */
    Tokens grant(Workfront workfront, Application application) {
        return Tokens.of(
                workfront.redeem(application, allow(workfront, application).code()));
    }

    /** A code for whatever the query asks. */
    String code(Workfront workfront, Map<String, String> query) {
        return allow(workfront.authorizeAddress(query)).code();
    }

    /** Ends the browser's session, as the realm's own logout does. */
    void logOut(Workfront workfront) {
        new LogoutPage(browser.open(workfront.standardEndpoint("logout"))).confirm();
    }
}
