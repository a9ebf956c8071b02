package org.workfrontoauth2.server.browser;

import java.io.File;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** Debian's Chromium, without a window, in a profile that is new each time. Nothing is downloaded unless a test says whereto. */
final class Chromium {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final File BROWSER = new File("/usr/bin/chromium");
    private static final File DRIVER = new File("/usr/bin/chromedriver");

    /** Selenium misses classes for this very version of DevTools; nobody here uses them. */
    private static final List<Logger> NOISY = Stream.of("chromium.ChromiumDriver", "devtools.CdpVersionFinder")
            .map(name -> Logger.getLogger("org.openqa.selenium." + name))
            .toList();

    private Chromium() {}

    static ChromeDriver start() {
        for (File program : new File[] {BROWSER, DRIVER}) {
            if (!program.canExecute()) {
                throw new IllegalStateException(program + " is missing; on Debian: apt-get install chromium"
                        + " chromium-driver. Or leave the server tests out: mvn verify -DskipITs");
            }
        }
        NOISY.forEach(logger -> logger.setLevel(Level.SEVERE));
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER)
                .usingAnyFreePort()
                .withTimeout(PATIENCE)
                .build();
        ChromeDriver driver = new ChromeDriver(service, options());
        driver.manage().timeouts().pageLoadTimeout(PATIENCE).scriptTimeout(PATIENCE);
        // Otherwise private keys of tests end up among the downloads of whoever runs them.
        driver.executeCdpCommand("Browser.setDownloadBehavior", Map.of("behavior", "deny"));
        return driver;
    }

    /** The driver makes the profile, and removes it. */
    private static ChromeOptions options() {
        ChromeOptions options = new ChromeOptions()
                .setBinary(BROWSER)
                .addArguments(
                        "--headless=new",
                        "--lang=en",
                        "--no-first-run",
                        "--no-default-browser-check",
                        "--no-proxy-server",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-default-apps",
                        "--disable-dev-shm-usage",
                        "--disable-extensions",
                        "--disable-sync",
                        "--hide-scrollbars");
        // Chromium's sandbox refuses to work for root, who runs builds in containers.
        return "root".equals(System.getProperty("user.name")) ? options.addArguments("--no-sandbox") : options;
    }
}
