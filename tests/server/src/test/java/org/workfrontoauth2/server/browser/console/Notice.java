package org.workfrontoauth2.server.browser.console;

import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.workfrontoauth2.server.browser.Browser;

/** What the page says about what has just been done: of what was done for eight seconds only, so wait for this first. */
final class Notice {

    private Notice() {}

    /** Waits until it says that, of something done. */
    static void await(Browser browser, String sentence) {
        await(browser, "notice", sentence);
    }

    /** Waits until it says that, of something not done. */
    static void awaitFailure(Browser browser, String sentence) {
        await(browser, "failure", sentence);
    }

    private static void await(Browser browser, String mark, String sentence) {
        browser.await(any -> browser.all(By.cssSelector("[data-testid='" + mark + "']")).stream()
                .map(WebElement::getText)
                .anyMatch(text -> text.contains(sentence)));
    }
}
