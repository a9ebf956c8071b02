package org.workfrontoauth2.examples;

import org.workfrontoauth2.walkthrough.Browser;
import org.workfrontoauth2.walkthrough.ConsentPage;
import org.workfrontoauth2.walkthrough.LoginPage;
import org.workfrontoauth2.walkthrough.Loopback;
import org.workfrontoauth2.walkthrough.Page;

/** A user of the demo with a browser. */
record Person(int port, String name) {

    static Person alice(int port) {
        return new Person(port, "alice");
    }

    /** Logs in there and allows the application. Returns the address that the browser is sent to. */
    String allow(String address) {
        Page page = logIn(address);
        return (page.left().isPresent() ? page : new ConsentPage(page).allow())
                .callback()
                .address();
    }

    /** The same, but does not allow it. */
    String deny(String address) {
        return new ConsentPage(logIn(address)).deny().callback().address();
    }

    private Page logIn(String address) {
        return new LoginPage(new Browser(new Loopback(port)).open(address)).logIn(name, name);
    }
}
