package org.workfrontoauth2.examples;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.By;
import org.workfrontoauth2.server.browser.Browser;
import org.workfrontoauth2.server.browser.ConsentPage;
import org.workfrontoauth2.server.browser.InABrowser;
import org.workfrontoauth2.server.browser.LoginPage;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Acme;

/** A library for pages, in a browser, from another origin. */
@RunsOn
@InABrowser
class UserManagerIT {

    private static final String ORIGIN = "http://localhost:9999";

    private final Demo demo;
    private final Browser browser;
    private HttpServer pages;
    private Demo.Client standard;

    UserManagerIT(KeycloakServer keycloak, Browser browser) {
        this.demo = new Demo(keycloak);
        this.browser = browser;
    }

    @BeforeAll
    static void install() {
        Probes.NODE.install();
    }

    @AfterEach
    void stop() {
        if (pages != null) {
            pages.stop(0);
        }
        if (standard != null) {
            demo.delete(standard);
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void libraryDoesWhatThePageSays(Mode mode) throws IOException {
        Visits.needCallbackPort();
        String clientId = mode == Mode.STANDARD
                ? (standard = demo.standardPage(ORIGIN + "/spa")).id()
                : Acme.SINGLE_PAGE.clientId();
        serve(clientId);

        browser.open(ORIGIN + "/spa");
        new LoginPage(browser).logIn(demo.keycloak().realm().users().find("alice"));
        new ConsentPage(browser).allow();
        browser.await(By.id("end"));

        String failure = text("failed");
        ClientsPage.says(
                "oidc-client-ts UserManager",
                Probes.NODE.version("oidc-client-ts"),
                mode,
                text("passed"),
                failure.isEmpty() ? Optional.empty() : Optional.of(failure));
    }

    private String text(String id) {
        return browser.all(By.id(id)).get(0).getText();
    }

    private void serve(String clientId) throws IOException {
        String settings = JsonNodeFactory.instance
                .objectNode()
                .put("client", clientId)
                .put("issuer", demo.issuer())
                .put("authorizeUrl", demo.url() + "/integrations/oauth2/authorize")
                .put("tokenUrl", demo.url() + "/integrations/oauth2/api/v1/token")
                .put("revocationUrl", demo.url() + "/protocol/openid-connect/revoke")
                .toString();
        Path here = Program.ROOT.resolve("tests/examples/src/test");
        String page = Files.readString(here.resolve("page/index.html")).replace("SETTINGS", settings);
        byte[] library =
                Files.readAllBytes(here.resolve("node/node_modules/oidc-client-ts/dist/browser/oidc-client-ts.min.js"));
        pages = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 9999), 0);
        answer("/spa", "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
        answer("/oidc-client-ts.js", "text/javascript; charset=utf-8", library);
        pages.start();
    }

    private void answer(String path, String type, byte[] body) {
        pages.createContext(path, exchange -> {
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }
}
