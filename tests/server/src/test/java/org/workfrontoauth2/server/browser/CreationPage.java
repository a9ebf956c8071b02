package org.workfrontoauth2.server.browser;

import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** {@code Create app integration}. */
record CreationPage(AdminConsole console) {

    CreationPage {
        console.expect("new-oauth2-application");
        console.part("creation");
    }

    CreationPage choose(String type) {
        console.part("type-" + type).click();
        return this;
    }

    CreationPage name(String name) {
        console.write("name", name);
        return this;
    }

    CreationPage redirectUrl(String url) {
        console.write("redirect-url", url);
        return this;
    }

    CreationPage addFusion() {
        console.press("add-fusion");
        return this;
    }

    int redirectUrls() {
        return console.browser().all(AdminConsole.place("redirect-url")).size();
    }

    String redirectProblem() {
        return console.text("redirect-problem");
    }

    ApplicationPage create() {
        console.press("create");
        return new ApplicationPage(console, "credentials");
    }

    /** From the heading on, with the keys a keyboard has. */
    ApplicationPage createByKeyboard(String name) {
        Browser browser = console.browser();
        walkTo(console.part("type-web"));
        browser.focused().sendKeys(Keys.SPACE);
        walkTo(console.part("name"));
        browser.focused().sendKeys(name, Keys.ENTER);
        return new ApplicationPage(console, "credentials");
    }

    private void walkTo(WebElement goal) {
        Browser browser = console.browser();
        for (int steps = 0; !browser.focused().equals(goal); steps++) {
            if (steps == 20) {
                throw new AssertionError("the keyboard does not reach " + goal);
            }
            browser.tab();
        }
    }
}
