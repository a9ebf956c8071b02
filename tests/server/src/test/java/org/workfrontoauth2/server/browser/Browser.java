package org.workfrontoauth2.server.browser;

import com.deque.html.axecore.results.Results;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.FluentWait;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A browser in front of the server under test. Tests use it to go somewhere and to look from outside; what is on a page,
 * only that page's object knows.
 */
public final class Browser implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of(System.getProperty("basedir", ""), "target", "screenshots");

    private static final By DOCUMENT = By.tagName("html");

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    static Browser start() {
        Browser browser = new Browser(Chromium.start());
        browser.forget();
        return browser;
    }

    public Browser open(String address) {
        driver.get(address);
        return this;
    }

    public String address() {
        return driver.getCurrentUrl();
    }

    /** Waits for a page of Keycloak's, known by what its template says of itself. */
    public void expectPage(String id) {
        try {
            await(page(id));
        } catch (TimeoutException e) {
            throw new AssertionError("expected the page " + id + ", the browser is at " + address() + ": "
                    + driver.findElement(By.tagName("body")).getText());
        }
    }

    /** Whether the browser shows that page now. */
    public boolean isAt(String id) {
        return !all(page(id)).isEmpty();
    }

    private static By page(String id) {
        return By.cssSelector("body[data-page-id='" + id + "']");
    }

    /** Waits until it is there and can be seen. */
    public WebElement await(By place) {
        return await(any ->
                all(place).stream().filter(WebElement::isDisplayed).findFirst().orElse(null));
    }

    /** Waits until the condition is neither null nor false. */
    public <T> T await(Function<WebDriver, T> condition) {
        return waiting().ignoring(StaleElementReferenceException.class).until(condition);
    }

    private FluentWait<WebDriver> waiting() {
        return new WebDriverWait(driver, Chromium.PATIENCE, Duration.ofMillis(50));
    }

    /** Those that are there now. */
    public List<WebElement> all(By place) {
        return driver.findElements(place);
    }

    /** Presses something that leads to another page, and waits until this one is gone. */
    public void leaveBy(WebElement pressed) {
        leaveBy(pressed, Keys.ENTER);
    }

    /** The same with any key. */
    public void leaveBy(WebElement pressed, Keys key) {
        WebElement page = driver.findElement(DOCUMENT);
        pressed.sendKeys(key);
        // Between two pages the driver answers anything with one error or another.
        waiting().ignoring(WebDriverException.class).until(any -> !driver.findElement(DOCUMENT)
                .equals(page));
    }

    /** Turns to the tab that this opens. */
    public void follow(Runnable opening) {
        Set<String> before = driver.getWindowHandles();
        opening.run();
        driver.switchTo().window(await(any -> driver.getWindowHandles().stream()
                .filter(tab -> !before.contains(tab))
                .findFirst()
                .orElse(null)));
    }

    /** Closes this tab and turns to the first one. */
    public void closeTab() {
        driver.close();
        driver.switchTo().window(driver.getWindowHandles().iterator().next());
    }

    public void reload() {
        driver.navigate().refresh();
    }

    public void back() {
        driver.navigate().back();
    }

    public void forward() {
        driver.navigate().forward();
    }

    /** Where the keyboard is. */
    public WebElement focused() {
        return driver.switchTo().activeElement();
    }

    /** The next place that the keyboard reaches. */
    public WebElement tab() {
        focused().sendKeys(Keys.TAB);
        return focused();
    }

    /** Lets a file go there that was dragged from the desktop. */
    public void drop(Path file, WebElement target) {
        List<?> middle = (List<?>) run(
                "arguments[0].scrollIntoView({ block: 'center' });"
                        + " const { left, top, width, height } = arguments[0].getBoundingClientRect();"
                        + " return [left + width / 2, top + height / 2]",
                target);
        Map<String, Object> dragged =
                Map.of("items", List.of(), "files", List.of(file.toString()), "dragOperationsMask", 1);
        for (String event : List.of("dragEnter", "dragOver", "drop")) {
            driver.executeCdpCommand(
                    "Input.dispatchDragEvent",
                    Map.of("type", event, "x", middle.get(0), "y", middle.get(1), "data", dragged));
        }
    }

    /** Whether the page wants the user to be asked before it is closed or loaded anew. */
    public boolean holdsBack() {
        return (boolean) run("return !dispatchEvent(new Event('beforeunload', { cancelable: true }))");
    }

    /** The page's source, as the server sent it and scripts left it. */
    public String source() {
        return driver.getPageSource();
    }

    public Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** The size of the window in CSS pixels. */
    public Browser sized(int width, int height) {
        return sized(width, height, 1);
    }

    /** A window of that many CSS pixels, each as many of the screen's: what zooming does. */
    public Browser sized(int width, int height, int zoom) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", zoom, "mobile", false));
        return this;
    }

    public Browser in(Scheme scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", scheme.value()),
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
        return this;
    }

    /** Whatever it asks for fails until it is online again. */
    public void offline() {
        network(true);
    }

    public void online() {
        network(false);
    }

    /** Until the answer runs, scripts of this page get that status from this very address, as from a gateway. */
    public Runnable answering(String address, int status) {
        run(
                "const [address, status] = arguments; window.workingFetch = window.fetch;"
                        + " window.fetch = (asked, request) => asked === address"
                        + " ? Promise.resolve(new Response('', { status })) : window.workingFetch(asked, request)",
                address,
                status);
        return () -> run("window.fetch = window.workingFetch");
    }

    /** Until the answer runs, what scripts of this page ask this very address for is not even sent. */
    public Runnable holding(String address) {
        run(
                "const [address] = arguments; const workingFetch = window.fetch;"
                        + " const held = new Promise(letGo => { window.letGo = letGo; });"
                        + " window.fetch = (asked, request) => asked === address"
                        + " ? held.then(() => workingFetch(asked, request)) : workingFetch(asked, request)",
                address);
        return () -> run("window.letGo()");
    }

    private void network(boolean offline) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of("offline", offline, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    }

    /** Where downloads are put, without asking. */
    public Browser downloadingTo(Path folder) {
        driver.executeCdpCommand(
                "Browser.setDownloadBehavior", Map.of("behavior", "allow", "downloadPath", folder.toString()));
        return this;
    }

    public Browser withoutScripts() {
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        return this;
    }

    /** Whether something stands out of the window to the side. */
    public boolean scrollsSideways() {
        return (boolean) run("return document.documentElement.scrollWidth > window.innerWidth");
    }

    /**
     * What axe-core finds wrong by WCAG 2.2, levels A and AA, and by good practice, in the dark and in the light; one line
     * each: scheme, rule and element.
     */
    public List<String> barriers() {
        return barriers("html");
    }

    /** The same within that part of the page. */
    public List<String> barriers(String place) {
        List<String> barriers = new ArrayList<>();
        for (Scheme scheme : List.of(Scheme.DARK, Scheme.LIGHT)) {
            in(scheme);
            // Pages are told before the next frame is drawn.
            driver.executeAsyncScript("requestAnimationFrame(arguments[0])");
            for (String barrier : barriersInThisScheme(place)) {
                barriers.add(scheme.value() + " " + barrier);
            }
        }
        return barriers;
    }

    private List<String> barriersInThisScheme(String place) {
        Results results = new AxeBuilder()
                .include(place)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                .analyze(driver);
        if (results.isErrored()) {
            throw new IllegalStateException(results.getErrorMessage());
        }
        return results.getViolations().stream()
                .flatMap(rule -> rule.getNodes().stream().map(node -> rule.getId() + " " + node.getHtml()))
                .toList();
    }

    /** Keeps what can be seen as {@code target/screenshots/NAME.png}. */
    public Path screenshot(String name) {
        try {
            return Files.write(
                    Files.createDirectories(SCREENSHOTS).resolve(name + ".png"),
                    driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As if it had just been installed: also without cookies. */
    public void forget() {
        leave();
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
    }

    /** One empty tab, connected, in a light window of ordinary size. */
    void leave() {
        Set<String> tabs = driver.getWindowHandles();
        String kept = tabs.iterator().next();
        for (String tab : tabs) {
            driver.switchTo().window(tab);
            if (!Objects.equals(tab, kept)) {
                driver.close();
            }
        }
        driver.switchTo().window(kept);
        driver.get("about:blank");
        online();
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", false));
        in(Scheme.LIGHT).sized(1280, 900);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
