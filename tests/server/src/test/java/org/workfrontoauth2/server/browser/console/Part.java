package org.workfrontoauth2.server.browser.console;

import java.nio.file.Path;
import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;
import org.workfrontoauth2.server.browser.Browser;

/** A part of the console, and what is in it: pages and dialogs. Everything in it is done with the keyboard. */
final class Part {

    private final Browser browser;
    private final String place;

    private Part(Browser browser, String place) {
        this.browser = browser;
        this.place = place;
        browser.await(By.cssSelector(place));
    }

    /** Waits for this page of ours. */
    static Part page(Browser browser, String id) {
        return new Part(browser, "[data-page-id='" + id + "']");
    }

    /** Waits for a dialog; what it asks bears the mark. */
    static Part dialog(Browser browser, String mark) {
        return new Part(browser, "[role='dialog']:has(" + css(mark) + ")");
    }

    /** A part of this one. */
    Part in(String mark) {
        return new Part(browser, place + " " + css(mark));
    }

    Browser browser() {
        return browser;
    }

    private static String css(String mark) {
        return "[data-testid='" + mark + "']";
    }

    private By at(String mark) {
        return By.cssSelector(place + " " + css(mark));
    }

    /** Also what only the keyboard and screen readers find, such as the input behind a switch. */
    WebElement find(String mark) {
        return browser.await(any -> browser.all(at(mark)).stream().findFirst().orElse(null));
    }

    boolean shows(String mark) {
        return browser.all(at(mark)).stream().anyMatch(WebElement::isDisplayed);
    }

    /** Waits until the keyboard is there. */
    void awaitFocusOn(String mark) {
        browser.await(any ->
                !browser.all(By.cssSelector(place + " " + css(mark) + ":focus")).isEmpty());
    }

    void awaitFocusInside() {
        browser.await(
                any -> !browser.all(By.cssSelector(place + ":focus-within")).isEmpty());
    }

    /** Waits until it can be seen. */
    void await(String mark) {
        browser.await(at(mark));
    }

    void awaitGone(String mark) {
        browser.await(any -> browser.all(at(mark)).isEmpty());
    }

    /** Waits until this part itself is gone. */
    void awaitGone() {
        browser.await(any -> browser.all(By.cssSelector(place)).isEmpty());
    }

    String text() {
        return browser.await(By.cssSelector(place)).getText();
    }

    String text(String mark) {
        return browser.await(at(mark)).getText();
    }

    /** Waits until something is written there. */
    String words(String mark) {
        return browser.await(any -> {
            String text = find(mark).getText();
            return text.isEmpty() ? null : text;
        });
    }

    /** Waits until something is written in the last of them. */
    String lastWords(String mark) {
        return browser.await(any -> {
            List<WebElement> all = browser.all(at(mark));
            String text = all.isEmpty() ? "" : all.get(all.size() - 1).getText();
            return text.isEmpty() ? null : text;
        });
    }

    /** As it is, with the ends of its lines. */
    String code(String mark) {
        return browser.await(at(mark)).getDomProperty("textContent");
    }

    String value(String mark) {
        return find(mark).getDomProperty("value");
    }

    boolean isOn(String mark) {
        return find(mark).isSelected();
    }

    /** Neither disabled, nor said to be. */
    boolean allows(String mark) {
        WebElement control = find(mark);
        return control.isEnabled() && !"true".equals(control.getDomAttribute("aria-disabled"));
    }

    void press(String mark) {
        browser.await(any -> allows(mark));
        find(mark).sendKeys(Keys.ENTER);
    }

    /** Presses it although it says that it does nothing. */
    void insist(String mark) {
        find(mark).sendKeys(Keys.ENTER);
    }

    /** With the mouse, where it can be hit. */
    void click(String mark) {
        browser.await(at(mark)).click();
    }

    void toggle(String mark) {
        find(mark).sendKeys(Keys.SPACE);
    }

    void write(String mark, String text) {
        write(find(mark), text);
    }

    void writeLast(String mark, String text) {
        List<WebElement> fields = browser.all(at(mark));
        write(fields.get(fields.size() - 1), text);
    }

    private static void write(WebElement field, String text) {
        field.sendKeys(Keys.chord(Keys.CONTROL, "a"), text.isEmpty() ? Keys.DELETE : text);
    }

    /** What was copied takes the place of what is there. */
    void paste(String mark) {
        find(mark).sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.chord(Keys.CONTROL, "v"));
    }

    void choose(String mark, String value) {
        new Select(find(mark)).selectByValue(value);
    }

    /** Hands a file to the field behind a button. */
    void hand(String mark, String file) {
        find(mark).sendKeys(file);
    }

    /** Lets a file go there. */
    void drop(String mark, Path file) {
        browser.drop(file, browser.await(at(mark)));
    }

    int count(String mark) {
        return browser.all(at(mark)).size();
    }

    /** The rows of a table, each with the text of its cells. */
    List<List<String>> rows(String mark) {
        return browser.all(By.cssSelector(place + " " + css(mark) + " tbody tr")).stream()
                .map(row -> row.findElements(By.tagName("td")).stream()
                        .map(WebElement::getText)
                        .toList())
                .toList();
    }

    /** Presses a control in the row whose first cell begins with that. */
    void pressIn(String table, String row, String mark) {
        rowOf(table, row).findElement(By.cssSelector(css(mark))).sendKeys(Keys.ENTER);
    }

    /** The points in time in a row, as machines read them. */
    List<String> moments(String table, String row) {
        return rowOf(table, row).findElements(By.tagName("time")).stream()
                .map(time -> time.getDomAttribute("datetime"))
                .toList();
    }

    /** The values of all of them. */
    List<String> values(String mark) {
        return browser.all(at(mark)).stream()
                .map(field -> field.getDomProperty("value"))
                .toList();
    }

    /** The text of each row's first link. */
    List<String> links(String table) {
        return browser.all(By.cssSelector(place + " " + css(table) + " tbody td:first-child a")).stream()
                .map(WebElement::getText)
                .toList();
    }

    /** Follows the first link of that row. */
    void followIn(String table, String row) {
        rowOf(table, row).findElement(By.tagName("a")).sendKeys(Keys.ENTER);
    }

    private WebElement rowOf(String table, String begin) {
        await(table);
        return browser.all(By.cssSelector(place + " " + css(table) + " tbody tr")).stream()
                .filter(row -> row.findElement(By.tagName("td")).getText().contains(begin))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(begin + " in " + rows(table)));
    }

    /** Whether a picture in it could be loaded and shown. */
    boolean showsPicture(String mark) {
        return browser.await(any -> browser.all(By.cssSelector(place + " " + css(mark) + " img")).stream()
                .anyMatch(image -> !"0".equals(image.getDomProperty("naturalWidth"))));
    }

    /** See {@link Browser#barriers()}. */
    List<String> barriers() {
        return browser.barriers(place);
    }

    boolean fits() {
        return (boolean) browser.run(
                "const page = arguments[0]; const { left, right } = page.getBoundingClientRect();"
                        + " return left >= 0 && right <= innerWidth && page.scrollWidth <= page.clientWidth",
                browser.await(By.cssSelector(place)));
    }

    int left(String mark) {
        return browser.await(at(mark)).getLocation().x;
    }

    String direction() {
        return browser.await(By.cssSelector(place)).getCssValue("direction");
    }

    String language() {
        return browser.await(By.cssSelector(place)).getDomAttribute("lang");
    }
}
