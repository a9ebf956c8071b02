package org.workfrontoauth2.server.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.workfrontoauth2.server.registration.Device.FORM;
import static org.workfrontoauth2.server.registration.Device.JSON;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.Refused;
import org.workfrontoauth2.server.harness.Caller;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.Setup;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Request;

/** What strangers send to the paths of registration: each with its answer and its event. */
@RunsOn(Setup.DEVICES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegistrationAttackIT {

    private static final String REGISTER = "CLIENT_REGISTER_ERROR";
    private static final String TOKEN = "CLIENT_LOGIN_ERROR";
    private static final String USE = "INTROSPECT_TOKEN_ERROR";

    private final KeycloakServer keycloak;
    private final OwnRealm realm;
    private final Software software;
    private final String id;
    private final String statement;
    private final Device.Registered client;

    RegistrationAttackIT(KeycloakServer keycloak) {
        this.keycloak = keycloak;
        this.realm = Software.realm(keycloak);
        this.software = Software.in(realm);
        this.id = software.create();
        this.statement = software.statement(id);
        this.client = Device.of(realm).registered(statement);
    }

    @AfterAll
    void deleteRealm() {
        realm.close();
    }

    private void refused(Supplier<Answer> request, int status, String error, String type, String eventError) {
        Refused refused = Refused.when(realm.realm().events(), request).records(type, eventError);

        assertThat(refused.answer().status()).as(refused.answer().toString()).isEqualTo(status);
        assertThat(refused.answer().text()).isEqualTo("{\"error\":\"" + error + "\"}");
        assertThat(refused.answer().headers().all("Cache-Control")).containsExactly("no-store");
    }

    private void refusedStatement(String forged, String eventError) {
        refused(() -> Device.of(realm).register(forged), 400, "invalid_software_statement", REGISTER, eventError);
    }

    // Statements

    @ParameterizedTest
    @ValueSource(strings = {"x", "a.b.c", "..", "eyJhbGciOiJSUzI1NiJ9.e30"})
    void noJwt(String text) {
        refusedStatement(text, "invalid_token");
    }

    @Test
    void unsigned() {
        String[] parts = statement.split("\\.");
        refusedStatement(
                base64("{\"alg\":\"none\",\"typ\":\"software-statement+jwt\"}") + "." + parts[1] + ".",
                "invalid_token");
        refusedStatement(parts[0] + "." + parts[1] + ".", "invalid_signature");
    }

    @Test
    void changed() {
        String[] parts = statement.split("\\.");
        String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        refusedStatement(
                parts[0] + "." + base64(payload.replace("Some TV", "Other TV")) + "." + parts[2], "invalid_signature");
        char last = parts[2].charAt(10) == 'A' ? 'B' : 'A';
        refusedStatement(
                parts[0] + "." + parts[1] + "." + parts[2].substring(0, 10) + last + parts[2].substring(11),
                "invalid_signature");
    }

    @Test
    void signedAnew() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        PrivateKey own = generator.generateKeyPair().getPrivate();
        String[] parts = statement.split("\\.");
        String header = new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);

        refusedStatement(signed(own, parts[0] + "." + parts[1]), "invalid_signature");
        String unknownKey = base64(header.replaceAll("\"kid\" *: *\"[^\"]*\"", "\"kid\":\"unknown\""));
        refusedStatement(signed(own, unknownKey + "." + parts[1]), "invalid_signature");
        String ownKey = base64("{\"jwk\":{\"kty\":\"RSA\"},\"jku\":\"https://evil.example\","
                + header.substring(header.indexOf('{') + 1));
        refusedStatement(signed(own, ownKey + "." + parts[1]), "invalid_signature");
    }

    /** With the realm's public key as a shared secret, as libraries once accepted it. */
    @Test
    void signedWithASharedSecret() {
        String[] parts = statement.split("\\.");
        String header = new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);
        refusedStatement(base64(header.replace("RS256", "HS256")) + "." + parts[1] + "." + parts[2], "invalid_token");
    }

    @Test
    void ofAnotherRealm() {
        try (OwnRealm other = Software.realm(keycloak)) {
            Software own = Software.in(other);
            refusedStatement(own.statement(own.create()), "invalid_signature");
        }
    }

    /** The realm signs access tokens and ID tokens with the same key. */
    @Test
    void anotherJwtOfTheRealms() {
        Answer tokens = Caller.answer(realm.server()
                .send(Request.form(
                        realm.base() + "/realms/" + realm.name() + "/protocol/openid-connect/token",
                        List.of(
                                Map.entry("grant_type", "password"),
                                Map.entry("client_id", "admin-cli"),
                                Map.entry("scope", "openid"),
                                Map.entry("username", OwnRealm.USER),
                                Map.entry("password", OwnRealm.USER)))));
        refusedStatement(tokens.member("access_token"), "invalid_token");
        refusedStatement(tokens.member("id_token"), "invalid_token");
        refusedStatement(tokens.member("refresh_token"), "invalid_token");
    }

    @Test
    void aStatementIsNoTokenOfTheRealms() {
        assertThat(Device.introspect(realm, statement).text()).isEqualTo("{\"active\":false}");
        assertThat(realm.with(statement).get("/registered-applications").status())
                .isEqualTo(401);
        refused(() -> Device.of(realm).validate(statement), 401, "invalid_token", USE, "invalid_token");
    }

    // Bodies and headers

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json                  | {}",
                "application/json                  | [1]",
                "application/json                  | {\"software_statement\": 1}",
                "application/json                  | {\"software_statement\": \"a\", \"software_statement\": \"b\"}",
                "application/json                  | rubbish",
                "text/plain                        | {\"software_statement\": \"a\"}",
                "application/x-www-form-urlencoded | software_statement=a",
                "application/json;charset=%%%      | {}",
                "rubbish                           | {}",
            })
    void bodiesThatAreNotClear(String type, String body) {
        refused(
                () -> Device.of(realm).post("register", type, body),
                400,
                "invalid_request",
                REGISTER,
                "invalid_request");
    }

    @Test
    void aMegabyteAndDeepJson() {
        String megabyte = "{\"software_statement\": \"" + "a".repeat(1 << 20) + "\"}";
        String deep = "{\"x\": " + "[".repeat(7000) + "]".repeat(7000) + "}";

        refused(
                () -> Device.of(realm).post("register", JSON, megabyte),
                400,
                "invalid_request",
                REGISTER,
                "invalid_request");
        refused(
                () -> Device.of(realm).post("register", JSON, deep),
                400,
                "invalid_request",
                REGISTER,
                "invalid_request");
        refused(() -> Device.of(realm).post("token", FORM, megabyte), 400, "invalid_request", TOKEN, "invalid_request");
    }

    @Test
    void aHeaderBomb() {
        refused(
                () -> Device.of(realm).register(statement, "X-Device-Info", "A".repeat(5000)),
                400,
                "invalid_request",
                REGISTER,
                "invalid_request");
        Answer enormous = Device.of(realm).register(statement, "X-Device-Info", "A".repeat(200_000));
        assertThat(enormous.status()).isIn(400, 431);
    }

    /** Nothing that a device says starts a line of its own in the log. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"model\":\"a\\nERROR forged\",\"osName\":\"tvOS\"}",
                "{\"model\":\"a\\u001b[31m\",\"osName\":\"tvOS\"}",
                "{\"model\":\"a\\u2028b\",\"osName\":\"tvOS\"}",
                "{\"model\":\"a\\u202eb\",\"osName\":\"tvOS\"}",
                "{\"model\":\"a\",\"osName\":\"BeOS\"}",
                "{\"model\":\"a\"}",
                "{\"osName\":\"tvOS\"}",
                "{\"model\":\"a\",\"osName\":\"tvOS\",\"primaryHardwareType\":\"Toaster\"}",
                "rubbish"
            })
    void devicesThatLie(String json) {
        long end = keycloak.log().end();
        for (String path : List.of("register", "token")) {
            String type = path.equals("register") ? JSON : FORM;
            String body =
                    path.equals("register") ? "{\"software_statement\": \"" + statement + "\"}" : Device.fields(client);
            refused(
                    () -> Device.of(realm).post(path, type, body, "X-Device-Info", Device.info(json)),
                    400,
                    "invalid_request",
                    path.equals("register") ? REGISTER : TOKEN,
                    "invalid_request");
        }
        assertThat(keycloak.log().since(end)).doesNotContain("forged");
    }

    // Redirect URIs

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "http://app.example/",
                "https://app.example.evil.example/",
                "https://evilapp.example/",
                "https://sub.app.example/",
                "https://app.example@evil.example/",
                "https://evil.example@app.example/",
                "https://evil.example\\\\@app.example/",
                "https://app.example%40evil.example/",
                "https://\u0430pp.example/",
                "https://app\u3002example/",
                "javascript:alert(1)",
                "adobepassx://a",
            })
    void redirectUrisOfOthers(String uri) {
        refused(
                () -> Device.of(realm).registerAt(statement, uri),
                400,
                "invalid_redirect_uri",
                REGISTER,
                "invalid_redirect_uri");
    }

    // Tokens

    @Test
    void credentialsThatAreNotGood() {
        Device device = Device.of(realm);
        refused(
                () -> device.token(new Device.Registered(client.clientId(), "wrong")),
                400,
                "invalid_client",
                TOKEN,
                "invalid_client_credentials");
        refused(
                () -> device.token(new Device.Registered("unknown", client.secret())),
                400,
                "invalid_client",
                TOKEN,
                "client_not_found");
        refused(
                () -> device.token(new Device.Registered("acme-api", "acme-api-secret")),
                400,
                "invalid_client",
                TOKEN,
                "client_not_found");
    }

    @Test
    void aClientOfAnotherRealm() {
        try (OwnRealm other = Software.realm(keycloak)) {
            Software own = Software.in(other);
            Device.Registered foreign = Device.of(other).registered(own.statement(own.create()));
            String token = Device.of(other).accessToken(foreign);

            refused(() -> Device.of(realm).token(foreign), 400, "invalid_client", TOKEN, "client_not_found");
            refused(() -> Device.of(realm).validate(token), 401, "invalid_token", USE, "invalid_token");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "grant_type=client_credentials                                           | invalid_request",
                "client_id=a&client_secret=b                                             | invalid_request",
                "client_id=a&client_id=a&client_secret=b&grant_type=client_credentials   | invalid_request",
                "client_id=a%00&client_secret=b&grant_type=client_credentials            | invalid_request",
                "client_id=%zz&client_secret=b&grant_type=client_credentials             | invalid_request",
                "client_id=a&client_secret=b&grant_type=password                         | unsupported_grant_type",
            })
    void tokenRequestsThatAreNotClear(String form, String error) {
        refused(() -> Device.of(realm).post("token", FORM, form), 400, error, TOKEN, "invalid_request");
    }

    @Test
    void twoWaysOfAuthentication() {
        Device device = Device.of(realm);
        String basic = "Basic " + Base64.getEncoder().encodeToString("a:b".getBytes(StandardCharsets.UTF_8));
        refused(
                () -> device.post("token", FORM, Device.fields(client), "Authorization", basic),
                400,
                "invalid_request",
                TOKEN,
                "invalid_request");
        refused(
                () -> device.send(Request.of("POST", device.base() + "/o/client/token?client_secret=x")
                        .body(FORM, Device.fields(client))),
                400,
                "invalid_request",
                TOKEN,
                "invalid_request");
    }

    @Test
    void otherTokensAsBearer() {
        Device device = Device.of(realm);
        refused(() -> device.validate("x".repeat(108)), 401, "invalid_token", USE, "invalid_token");
        refused(() -> device.scopes("rubbish"), 401, "invalid_token", USE, "invalid_token");
        refused(
                () -> device.send(Request.of("POST", device.base() + "/o/client/validate")),
                401,
                "invalid_token",
                USE,
                "invalid_token");
        refused(() -> device.validate(realm.as(OwnRealm.USER).token()), 401, "invalid_token", USE, "invalid_token");
    }

    @Test
    void anAccessTokenOfADeviceIsNoTokenOfTheRealms() {
        String token = Device.of(realm).accessToken(client);

        assertThat(realm.with(token).get("/registered-applications").status()).isEqualTo(401);
        Answer user = Caller.answer(realm.server()
                .send(Request.get(realm.base() + "/realms/" + realm.name() + "/protocol/openid-connect/userinfo")
                        .header("Authorization", "Bearer " + token)));
        assertThat(user.status()).isEqualTo(401);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String signed(PrivateKey key, String text) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key);
        signature.update(text.getBytes(StandardCharsets.US_ASCII));
        return text + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    }
}
