package org.workfrontoauth2.server.browser.console;

import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.workfrontoauth2.server.browser.Browser;

/** Nothing but the keyboard, on one page or in one dialog: what it reaches, it reaches from where it is. */
record Keyboard(Part part) {

    private static final int FAR = 100;

    static Keyboard onPage(Browser browser, String id) {
        return new Keyboard(Part.page(browser, id));
    }

    static Keyboard inDialog(Browser browser, String mark) {
        return new Keyboard(Part.dialog(browser, mark));
    }

    /** Waits until it is at the heading, where a page begins. */
    Keyboard awaitBegin() {
        return awaitAt("page-title");
    }

    Keyboard awaitAt(String mark) {
        part.awaitFocusOn(mark);
        return this;
    }

    /** Waits until it is in this dialog. */
    Keyboard awaitInside() {
        part.awaitFocusInside();
        return this;
    }

    Keyboard press(String mark) {
        walkTo(mark).sendKeys(Keys.ENTER);
        return this;
    }

    Keyboard toggle(String mark) {
        walkTo(mark).sendKeys(Keys.SPACE);
        return this;
    }

    Keyboard type(String mark, String text) {
        walkTo(mark).sendKeys(Keys.chord(Keys.CONTROL, "a"), text);
        return this;
    }

    /** Where it is already. */
    Keyboard type(String text) {
        part.browser().focused().sendKeys(text);
        return this;
    }

    /** The choice before the one of a list. */
    Keyboard previous(String mark) {
        walkTo(mark).sendKeys(Keys.ARROW_UP);
        return this;
    }

    /** Closes a dialog without an answer. */
    void escape() {
        part.browser().focused().sendKeys(Keys.ESCAPE);
        part.awaitGone();
    }

    private WebElement walkTo(String mark) {
        part.browser().await(any -> part.allows(mark));
        WebElement goal = part.find(mark);
        WebElement at = part.browser().focused();
        for (int steps = 0; !at.equals(goal); steps++) {
            if (steps == FAR) {
                throw new AssertionError("the keyboard does not reach " + mark);
            }
            at = part.browser().tab();
        }
        return at;
    }
}
