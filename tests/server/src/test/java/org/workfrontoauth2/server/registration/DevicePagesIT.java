package org.workfrontoauth2.server.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.workfrontoauth2.server.browser.Browser;
import org.workfrontoauth2.server.browser.InABrowser;
import org.workfrontoauth2.server.browser.Listener;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.Setup;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Request;

/** Registration, section 5: apps of televisions are pages, of any origin or of none. */
@RunsOn(Setup.DEVICES)
@InABrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DevicePagesIT {

    private final OwnRealm realm;
    private final String statement;
    private final Browser browser;

    DevicePagesIT(KeycloakServer keycloak, Browser browser) {
        this.browser = browser;
        this.realm = Software.realm(keycloak);
        Software software = Software.in(realm);
        this.statement = software.statement(software.create());
    }

    @AfterAll
    void deleteRealm() {
        realm.close();
    }

    private static void assertReadable(Answer answer) {
        assertThat(answer.headers().all("Access-Control-Allow-Origin"))
                .as(answer.toString())
                .containsExactly("*");
        assertThat(answer.headers().all("Access-Control-Expose-Headers")).containsExactly("Retry-After");
        assertThat(answer.headers().all("Access-Control-Allow-Credentials")).isEmpty();
    }

    /** A real one: it registers, takes an access token and asks whether it is good. */
    @Test
    void aPageInABrowserIsAClient() {
        try (Listener application = new Listener()) {
            browser.open(application.redirectUrl());

            Object status = browser.run("""
                    const [base, statement] = arguments;
                    const device = btoa('{"model": "TV", "osName": "webOS"}');
                    const call = (path, type, body, headers) => fetch(base + '/o/client/' + path,
                        {method: 'POST', headers: {'X-Device-Info': device, ...type, ...headers}, body});
                    const json = {'Content-Type': 'application/json'};
                    const form = {'Content-Type': 'application/x-www-form-urlencoded'};
                    return call('register', json, JSON.stringify({software_statement: statement}))
                        .then(answer => answer.json())
                        .then(client => call('token', form, new URLSearchParams({grant_type: 'client_credentials',
                            client_id: client.client_id, client_secret: client.client_secret})))
                        .then(answer => answer.json())
                        .then(token => call('validate', {}, null, {Authorization: 'Bearer ' + token.access_token}))
                        .then(answer => answer.status);
                    """, Device.of(realm).base(), statement);

            assertThat(status).isEqualTo(200L);
        }
    }

    @Test
    void aPageReadsWhatItIsAnswered() {
        for (Device device : List.of(Device.of(realm), Device.onHost(realm))) {
            Answer registration = device.register(statement, "Origin", "null");
            assertReadable(registration);
            Device.Registered client =
                    new Device.Registered(registration.member("client_id"), registration.member("client_secret"));
            Answer token = device.token(client);
            assertReadable(token);
            assertReadable(device.validate(token.member("access_token")));
            assertReadable(device.scopes(token.member("access_token")));
        }
    }

    @Test
    void aPageReadsWhyItIsRefused() {
        Device device = Device.of(realm);
        assertReadable(device.register("x", "Origin", "https://app.example"));
        assertReadable(device.token(new Device.Registered("unknown", "x")));
        Answer refused = device.validate("x");
        for (int i = 0; i < 60 && refused.status() != 429; i++) {
            assertReadable(refused);
            refused = device.validate("x");
        }

        assertThat(refused.status()).isEqualTo(429);
        assertReadable(refused);
    }

    @ParameterizedTest
    @CsvSource({"register, POST", "token, POST", "validate, POST", "scopes, GET"})
    void aPageMaySendTheHeadersOfTheContract(String path, String method) {
        for (Device device : List.of(Device.of(realm), Device.onHost(realm))) {
            realm.realm().events().clear();
            Answer answer = device.send(
                    Request.of("OPTIONS", device.base() + "/o/client/" + path),
                    "Origin",
                    "null",
                    "Access-Control-Request-Method",
                    method,
                    "Access-Control-Request-Headers",
                    "authorization,content-type,x-device-info");

            assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
            assertReadable(answer);
            assertThat(answer.headers().all("Access-Control-Allow-Methods")).containsExactly("GET, POST, OPTIONS");
            assertThat(answer.headers().all("Access-Control-Allow-Headers"))
                    .containsExactly("authorization,content-type,x-device-info");
            assertThat(realm.realm().events().all()).isEmpty();
        }
    }

    /** Or it would be the way round the throttle. */
    @Test
    void preflightRequestsAreCounted() {
        Device device = Device.of(realm);
        int status = 0;
        for (int i = 0; i < 60 && status != 429; i++) {
            status = device.send(
                            Request.of("OPTIONS", device.base() + "/o/client/register"),
                            "Access-Control-Request-Method",
                            "POST")
                    .status();
        }

        assertThat(status).isEqualTo(429);
    }
}
