package org.workfrontoauth2.server.browser;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Where a user allows an application, or does not: our own page (contract, section 3). */
public record ConsentPage(Browser browser) {

    private static final By OURS = By.className("workfront-consent");
    private static final By TITLE = By.id("kc-page-title");
    private static final By LOGO = By.id("workfront-logo");
    private static final By INITIAL = By.id("workfront-initial");
    private static final By DEVELOPER = By.id("workfront-developer");
    private static final By EMAIL = By.id("workfront-email");
    private static final By DESCRIPTION = By.id("workfront-description");
    private static final By PERMISSIONS = By.cssSelector("#workfront-permissions li");
    private static final By USER = By.id("workfront-user");
    private static final By SENTENCE = By.cssSelector("#workfront-user bdi");
    private static final By NOT_YOU = By.id("workfront-not-you");
    private static final By PAGES = By.cssSelector("#workfront-pages a");
    private static final By ALLOW = By.name("accept");
    private static final By DENY = By.name("cancel");
    private static final By NAME_IN_TITLE = By.cssSelector("#kc-page-title .workfront-name");

    /** Its name for the browser, whatever the theme. */
    public static final String ID = "login-login-oauth-grant";

    public ConsentPage {
        browser.expectPage(ID);
        browser.await(OURS);
    }

    /** As a screen reader says it. */
    public String title() {
        return browser.await(TITLE).getAccessibleName();
    }

    /** As it is written in the title. */
    public String name() {
        return browser.await(NAME_IN_TITLE).getDomProperty("textContent");
    }

    public Optional<String> initial() {
        return text(INITIAL);
    }

    /** Whether there is a logo, and the browser could load and show it. */
    public boolean showsLogo() {
        return browser.all(LOGO).stream()
                .anyMatch(image -> browser.await(any -> Boolean.parseBoolean(image.getDomProperty("complete")))
                        && !"0".equals(image.getDomProperty("naturalWidth")));
    }

    public Optional<String> developer() {
        return text(DEVELOPER);
    }

    public Optional<String> email() {
        return text(EMAIL);
    }

    public Optional<String> description() {
        return text(DESCRIPTION);
    }

    public List<String> permissions() {
        return browser.all(PERMISSIONS).stream().map(WebElement::getText).toList();
    }

    public String user() {
        return text(USER).orElseThrow();
    }

    /** The pages that can be read about the application: their addresses by what a screen reader says. */
    public Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        browser.all(PAGES).forEach(link -> pages.put(link.getAccessibleName(), link.getDomAttribute("href")));
        return pages;
    }

    /** What the links promise about the pages they lead to. */
    public List<String> relations() {
        return browser.all(PAGES).stream()
                .map(link -> link.getDomAttribute("target") + " " + link.getDomAttribute("rel"))
                .toList();
    }

    /** What the buttons say. */
    public List<String> choices() {
        return List.of(text(ALLOW).orElseThrow(), text(DENY).orElseThrow());
    }

    public void allow() {
        browser.leaveBy(browser.await(ALLOW));
    }

    public void deny() {
        browser.leaveBy(browser.await(DENY));
    }

    public LoginPage notYou() {
        browser.leaveBy(browser.await(NOT_YOU));
        return new LoginPage(browser);
    }

    /** Walks with the tabulator key alone until it has reached the button, and presses it. */
    public void allowByKeyboard() {
        walkTo(ALLOW);
        browser.leaveBy(browser.focused(), Keys.SPACE);
    }

    public void denyByKeyboard() {
        walkTo(DENY);
        browser.leaveBy(browser.focused(), Keys.ENTER);
    }

    private void walkTo(By place) {
        WebElement goal = browser.await(place);
        WebElement at = browser.tab();
        for (int steps = 1; !at.equals(goal); steps++) {
            if (steps == 20) {
                throw new AssertionError("the keyboard does not reach " + place);
            }
            at = browser.tab();
        }
    }

    /** {@code ltr} or {@code rtl}, as the title is shown. */
    public String direction() {
        return browser.await(TITLE).getCssValue("direction");
    }

    /** The one in which they are written, whatever the page's is. */
    public String directionOfSentences() {
        return browser.await(SENTENCE).getCssValue("direction");
    }

    /** Whether the first button is right of the second. */
    public boolean goesFromRightToLeft() {
        return browser.await(ALLOW).getLocation().x > browser.await(DENY).getLocation().x;
    }

    private Optional<String> text(By place) {
        return browser.all(place).stream().map(WebElement::getText).findFirst();
    }
}
