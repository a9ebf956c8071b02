package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.Event;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Application;
import org.workfrontoauth2.walkthrough.Browser;
import org.workfrontoauth2.walkthrough.Callback;
import org.workfrontoauth2.walkthrough.Page;

/** Contract, section 2: redirect URLs are compared exactly and come back exactly. */
@RunsOn
class RedirectUrlIT {

    private final Demo demo;

    RedirectUrlIT(KeycloakServer keycloak) {
        this.demo = new Demo(keycloak);
    }

    /** What is refused instead: administration.FieldsIT, administration.NoWayRoundIT, administration.RealmImportIT. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example.com/cb?flag&empty=&a=b=c&b=1+2/?:@",
                "https://APP.example.com./a%2Fb/%7e/c;d=e/$!'(),+:@=",
                "https://app.example.com:80?a%5B%5D=%E1%84%80",
                "http://localhost:443/cb?my_state=1",
                "com.example.app://host:80/cb?a=1",
                "com.example.app:///cb",
                "com.example.app:cb",
            })
    void whatCanBeRegisteredComesBackExactlyAndItsCodeIsGood(String url) {
        try (Demo.Temporary application =
                demo.singlePage(client -> client.putArray("redirectUris").add(url))) {
            Callback callback = demo.visitor().allow(demo.workfront(), application.application());

            assertCameBack(callback, url);
            Tokens.of(demo.workfront().redeem(application.application(), callback.code()));
        }
    }

    private void assertCameBack(Callback callback, String url) {
        assertThat(callback.address()).startsWith(url + (url.contains("?") ? "&" : "?"));
        assertThat(callback.parameters())
                .containsEntry("domain", "acme")
                .containsEntry("lane", "my")
                .containsEntry("state", "the state")
                .containsEntry("iss", demo.workfront().base())
                .containsKey("code");
    }

    /** RFC 8252, 7.3. */
    @ParameterizedTest
    @CsvSource({"http://127.0.0.1/cb, http://127.0.0.1:51234/cb", "http://[::1]/cb?a=1, http://[::1]:1/cb?a=1"})
    void aLoopbackAddressWithoutAPortMatchesAnyPort(String registered, String asked) {
        try (Demo.Temporary device =
                demo.singlePage(client -> client.putArray("redirectUris").add(registered))) {
            Application listening = new Application(device.clientId(), null, asked);
            Callback callback = demo.visitor().allow(demo.workfront(), listening);

            assertCameBack(callback, asked);
            Tokens.of(demo.workfront().redeem(listening, callback.code()));

            // Without a port it still is what was registered.
            assertCameBack(demo.visitor().allow(demo.workfront(), device.application()), registered);
        }
    }

    /** The code is bound to the URL that was asked for, port included. */
    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1/cb", "http://127.0.0.1:51235/cb"})
    void theCodeOfOnePortIsNotForAnother(String other) {
        try (Demo.Temporary device =
                demo.singlePage(client -> client.putArray("redirectUris").add("http://127.0.0.1/cb"))) {
            Application listening = new Application(device.clientId(), null, "http://127.0.0.1:51234/cb");
            String code = demo.visitor().allow(demo.workfront(), listening).code();

            demo.refused(() -> demo.workfront().redeem(new Application(device.clientId(), null, other), code))
                    .answers(400, "invalid_grant")
                    .records("CODE_TO_TOKEN_ERROR", "invalid_redirect_uri");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1/cb,      http://127.0.0.1:51234/other",
        "http://127.0.0.1/cb,      http://127.0.0.1:80/cb",
        "http://127.0.0.1/cb,      http://127.0.0.1:0/cb",
        "http://127.0.0.1/cb,      http://127.0.0.1:51234@evil.example/cb",
        "http://127.0.0.1/cb,      http://localhost:51234/cb",
        "http://127.0.0.1/cb,      https://127.0.0.1:51234/cb",
        "http://127.0.0.1:4000/cb, http://127.0.0.1:51234/cb",
        "http://localhost/cb,      http://localhost:51234/cb",
    })
    void nothingElseMatchesAnyPort(String registered, String asked) {
        try (Demo.Temporary device =
                demo.singlePage(client -> client.putArray("redirectUris").add(registered))) {
            assertIsErrorPage(new Application(device.clientId(), null, asked));
        }
    }

    /** The demo's web application listens on a port of its own. */
    @Test
    void aPageOnAnyPortMayAskForItsTokens() {
        try (Demo.Temporary device =
                demo.singlePage(client -> client.putArray("redirectUris").add("http://127.0.0.1/cb"))) {
            for (String origin : new String[] {"http://127.0.0.1", "http://127.0.0.1:51234"}) {
                Answers.assertThat(demo.workfront()
                                .client(device.application())
                                .from(origin)
                                .refresh("no-such-token"))
                        .hasHeader("Access-Control-Allow-Origin", origin)
                        .hasNoHeader("Access-Control-Allow-Credentials");
            }
            Answer other = demo.workfront()
                    .client(device.application())
                    .from("http://127.0.0.2:51234")
                    .refresh("no-such-token");
            Answers.assertThat(other).hasNoHeader("Access-Control-Allow-Origin");
        }
    }

    private void assertIsErrorPage(Application application) {
        demo.realm().events().clear();
        Map<String, String> query = new TreeMap<>(Workfront.query(application));

        Page page = new Browser(demo.workfront().server()).open(demo.workfront().authorizeAddress(query));

        assertThat(page.left()).isEmpty();
        assertThat(page.status()).isEqualTo(400);
        assertThat(demo.realm().events().errors()).extracting(Event::error).containsExactly("invalid_redirect_uri");
    }
}
