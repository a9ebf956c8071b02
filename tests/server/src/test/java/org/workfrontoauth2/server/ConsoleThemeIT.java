package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;

/** The page for OAuth2 applications comes into Keycloak's admin console with the jar, where nobody has chosen a theme. */
@RunsOn
class ConsoleThemeIT {

    private static final Pattern BUNDLE = Pattern.compile("/resources/[^\"]*/oauth2-applications-[^\"]*\\.(js|css)");

    private final KeycloakServer keycloak;
    private final HttpClient client = HttpClient.newHttpClient();

    ConsoleThemeIT(KeycloakServer keycloak) {
        this.keycloak = keycloak;
    }

    @ParameterizedTest
    @ValueSource(strings = {"master", "acme"})
    void consoleLoadsTheScriptAndTheStyleSheetOfThePage(String realm) {
        String console = get("/admin/" + realm + "/console/").body();

        assertThat(BUNDLE.matcher(console).results())
                .extracting(
                        bundle -> bundle.group(1), bundle -> get(bundle.group()).statusCode())
                .containsExactlyInAnyOrder(tuple("js", 200), tuple("css", 200));
    }

    @Test
    void realmKeepsTheThemeItHasChosen() {
        keycloak.realm().change(realm -> realm.put("adminTheme", "keycloak.v2"));
        try {
            HttpResponse<String> console = get("/admin/acme/console/");

            assertThat(console.statusCode()).isEqualTo(200);
            assertThat(console.body()).doesNotContainPattern(BUNDLE);
        } finally {
            keycloak.realm().change(realm -> realm.put("adminTheme", ""));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ko", "de", "fr", "es", "it", "ja", "pt-BR", "zh-CN"})
    void textsComeWithTheConsolesOwn(String language) {
        String texts = get("/resources/acme/admin/" + language).body();

        assertThat(texts).contains("\"workfront.nav\"", "\"workfront.list.create\"", "\"clients\"");
        assertThat(texts.contains("Create app integration")).isEqualTo(language.equals("en"));
    }

    private HttpResponse<String> get(String path) {
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create(keycloak.base() + path)).build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
