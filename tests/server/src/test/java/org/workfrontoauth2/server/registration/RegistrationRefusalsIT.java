package org.workfrontoauth2.server.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.workfrontoauth2.server.Refused;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.Setup;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Request;

/** Every refusal of registration, once: its answer, its event, and the sentence that tells it apart from the others. */
@RunsOn(Setup.DEVICES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegistrationRefusalsIT {

    private static final String REGISTER = "CLIENT_REGISTER_ERROR";
    private static final String TOKEN = "CLIENT_LOGIN_ERROR";
    private static final String USE = "INTROSPECT_TOKEN_ERROR";

    /** RFC 5737: somewhere on the Internet. */
    private static final String FAR_AWAY = "203.0.113.7";

    private final KeycloakServer keycloak;
    private final OwnRealm realm;
    private final Software software;
    private final String statement;
    private final Device.Registered client;
    private final String ended;
    private final Device.Registered endedClient;
    private final String endedToken;
    private final String gone;

    RegistrationRefusalsIT(KeycloakServer keycloak) {
        this.keycloak = keycloak;
        this.realm = Software.realm(keycloak);
        this.software = Software.in(realm);
        this.statement = software.statement(software.create());
        this.client = Device.of(realm).registered(statement);
        String revoked = software.create();
        this.ended = software.statement(revoked);
        this.endedClient = Device.of(realm).registered(ended);
        this.endedToken = Device.of(realm).accessToken(endedClient);
        software.revoke(revoked);
        String deleted = software.create();
        this.gone = software.statement(deleted);
        software.delete(deleted);
    }

    @AfterAll
    void deleteRealm() {
        realm.close();
    }

    /** A request, what the client is told, and what the administrator can read. */
    private record Row(Supplier<Answer> request, int status, String answer, String type, String error, String reason) {

        @Override
        public String toString() {
            return reason;
        }
    }

    private static Row row(Supplier<Answer> request, String error, String type, String eventError, String reason) {
        return new Row(request, 400, "{\"error\":\"" + error + "\"}", type, eventError, reason);
    }

    private static Row invalid(Supplier<Answer> request, String type, String reason) {
        return row(request, "invalid_request", type, "invalid_request", reason);
    }

    private static Row unauthorized(Supplier<Answer> request, String members, String eventError, String reason) {
        return new Row(request, 401, "{" + members + "}", USE, eventError, reason);
    }

    private Answer register(String type, String body) {
        return Device.of(realm).post("register", type, body);
    }

    private Answer token(String form) {
        return Device.of(realm).post("token", Device.FORM, form);
    }

    private Answer registerOn(String device) {
        return Device.of(realm).register(statement, "X-Device-Info", device);
    }

    private Stream<Row> requests() {
        return Stream.of(
                row(
                        () -> Device.of(realm).at(FAR_AWAY).register(statement),
                        "invalid_request",
                        REGISTER,
                        "ssl_required",
                        "HTTPS is required."),
                invalid(
                        () -> register("text/plain", "{}"),
                        REGISTER,
                        "The body has a content type that is not accepted here."),
                invalid(
                        () -> register(Device.JSON, "{\"a\": \"" + "b".repeat(16 * 1024) + "\"}"),
                        REGISTER,
                        "The request body is larger than 16 KiB."),
                invalid(() -> register(Device.JSON, "rubbish"), REGISTER, "The request body cannot be read."),
                invalid(
                        () -> register(Device.JSON, "{\"redirect_uri\": \"a:b\", \"redirect_uri\": \"a:b\"}"),
                        REGISTER,
                        "A parameter was sent more than once."),
                invalid(
                        () -> register(Device.JSON, "{\"software_statement\": \"" + "a".repeat(8193) + "\"}"),
                        REGISTER,
                        "A parameter is too long."),
                invalid(
                        () -> token("client_id=" + "a".repeat(256) + "&client_secret=b&grant_type=client_credentials"),
                        TOKEN,
                        "A parameter is too long."));
    }

    private Stream<Row> devices() {
        return Stream.of(
                invalid(() -> registerOn("A".repeat(4097)), REGISTER, "The header X-Device-Info is too long."),
                invalid(
                        () -> registerOn("rubbish"),
                        REGISTER,
                        "The header X-Device-Info is not the base64 of a JSON object of strings."),
                invalid(
                        () -> registerOn(Device.info("{\"osName\":\"tvOS\"}")),
                        REGISTER,
                        "The device information has no model."),
                invalid(
                        () -> registerOn(Device.info("{\"model\":\"a\",\"osName\":\"BeOS\"}")),
                        REGISTER,
                        "The osName of the device information is missing or not in the list."),
                invalid(
                        () -> registerOn(Device.info(
                                "{\"model\":\"a\",\"osName\":\"tvOS\",\"primaryHardwareType\":\"Toaster\"}")),
                        REGISTER,
                        "The primaryHardwareType of the device information is not in the list."),
                invalid(
                        () -> registerOn(Device.info("{\"model\":\"a\\nb\",\"osName\":\"tvOS\"}")),
                        REGISTER,
                        "A member of the device information is too long or has control characters."));
    }

    private Stream<Row> statements() {
        String[] parts = statement.split("\\.");
        return Stream.of(
                invalid(() -> register(Device.JSON, "{}"), REGISTER, "The parameter software_statement is missing."),
                row(
                        () -> Device.of(realm).register("x"),
                        "invalid_software_statement",
                        REGISTER,
                        "invalid_token",
                        "The software statement is not a readable JWT."),
                row(
                        () -> Device.of(realm).register(realm.as(OwnRealm.USER).token()),
                        "invalid_software_statement",
                        REGISTER,
                        "invalid_token",
                        "This JWT is not a software statement."),
                row(
                        () -> Device.of(realm).register(parts[0] + "." + parts[1] + "." + parts[0]),
                        "invalid_software_statement",
                        REGISTER,
                        "invalid_signature",
                        "The software statement was not signed with a key of this realm."),
                row(
                        () -> Device.of(realm).register(gone),
                        "unapproved_software_statement",
                        REGISTER,
                        "not_allowed",
                        "The registered application of the software statement does not exist."),
                row(
                        () -> Device.of(realm).register(ended),
                        "unapproved_software_statement",
                        REGISTER,
                        "not_allowed",
                        "The registered application of the software statement is revoked."),
                row(
                        () -> Device.of(realm).registerAt(statement, "https://evil.example/"),
                        "invalid_redirect_uri",
                        REGISTER,
                        "invalid_redirect_uri",
                        "The redirect_uri has neither a domain nor a scheme of the registered application."));
    }

    private Stream<Row> tokenRequests() {
        return Stream.of(
                invalid(() -> token("client_id=a&client_secret=b"), TOKEN, "The parameter grant_type is missing."),
                row(
                        () -> token("client_id=a&client_secret=b&grant_type=password"),
                        "unsupported_grant_type",
                        TOKEN,
                        "invalid_request",
                        "The grant_type must be client_credentials."),
                invalid(
                        () -> token("client_id=a&grant_type=client_credentials"),
                        TOKEN,
                        "The parameters client_id and client_secret are required."),
                invalid(
                        () -> Device.of(realm)
                                .post("token", Device.FORM, Device.fields(client), "Authorization", "Basic YTpi"),
                        TOKEN,
                        "The client's credentials were sent in more than one way."),
                row(
                        () -> Device.of(realm).token(new Device.Registered("unknown", client.secret())),
                        "invalid_client",
                        TOKEN,
                        "client_not_found",
                        "No such client, or wrong credentials."),
                row(
                        () -> Device.of(realm).token(new Device.Registered(client.clientId(), "wrong")),
                        "invalid_client",
                        TOKEN,
                        "invalid_client_credentials",
                        "No such client, or wrong credentials."),
                row(
                        () -> Device.of(realm).token(endedClient),
                        "unauthorized_client",
                        TOKEN,
                        "client_disabled",
                        "The registered application of the client is revoked."));
    }

    private Stream<Row> bearers() {
        String invalid = "\"error\":\"invalid_token\"";
        String again = "\"error\":\"invalid_access_token_client_application\",\"action\":\"application-registration\"";
        Device device = Device.of(realm);
        return Stream.of(
                unauthorized(
                        () -> device.send(Request.get(device.base() + "/o/client/scopes")),
                        invalid,
                        "invalid_token",
                        "There is no bearer token."),
                unauthorized(
                        () -> device.validate("rubbish"),
                        invalid,
                        "invalid_token",
                        "The bearer token is not a valid access token of a client."),
                unauthorized(
                        () -> device.validate(endedToken),
                        again,
                        "client_disabled",
                        "The client of the access token, or its registered application, is gone or revoked."));
    }

    private Stream<Row> introspections() {
        String inactive = "{\"active\":false}";
        return Stream.of(
                new Row(
                        () -> Device.introspect(realm, endedToken),
                        200,
                        inactive,
                        USE,
                        "client_disabled",
                        "The client of the access token, or its registered application, is gone or revoked."),
                new Row(
                        this::introspectExpired,
                        200,
                        inactive,
                        USE,
                        "invalid_token",
                        "The bearer token is not a valid access token of a client."),
                new Row(
                        this::introspectByStranger,
                        200,
                        inactive,
                        USE,
                        "access_denied",
                        "The client may not introspect access tokens of registered clients"));
    }

    /** After the token's six hours. */
    private Answer introspectExpired() {
        String token = Device.of(realm).accessToken(client);
        keycloak.clock().advance(Duration.ofHours(6).plusSeconds(1));
        realm.realm().events().clear();
        return Device.introspect(realm, token);
    }

    private Answer introspectByStranger() {
        String token = Device.of(realm).accessToken(client);
        introspects("false");
        try {
            realm.realm().events().clear();
            return Device.introspect(realm, token);
        } finally {
            introspects("true");
        }
    }

    private void introspects(String allowed) {
        realm.realm().clients().change("acme-api", resourceServer -> resourceServer
                .withObject("/attributes")
                .put("workfront.introspect", allowed));
    }

    @ParameterizedTest
    @MethodSource({"requests", "devices", "statements", "tokenRequests", "bearers", "introspections"})
    void isAnsweredAndRecorded(Row row) {
        Refused refused = Refused.when(realm.realm().events(), row.request());

        Answer answer = refused.answer();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(row.status());
        assertThat(answer.text()).isEqualTo(row.answer());
        assertThat(answer.headers().all("Cache-Control"))
                .containsExactly(row.status() == 200 ? "no-cache" : "no-store");
        refused.records(row.type(), row.error());
        assertThat(refused.errors().get(0).details().path("reason").asText()).isEqualTo(row.reason());
        assertThat(refused.errors().toString())
                .doesNotContain(client.secret())
                .doesNotContain(statement)
                .doesNotContain(endedToken);
    }

    /** Nobody sends passwords or tokens in the open, on any of the paths. */
    @Test
    void everyPathRequiresHttps() {
        Device far = Device.of(realm).at("203.0.113.8");
        for (Answer answer :
                List.of(far.register(statement), far.token(client), far.validate(endedToken), far.scopes(endedToken))) {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text()).isEqualTo("{\"error\":\"invalid_request\"}");
        }
        assertThat(realm.realm().events().errors().subList(0, 4))
                .allSatisfy(event -> assertThat(event.error()).isEqualTo("ssl_required"));
    }

    @Test
    void scopesAreReadOnly() {
        for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
            Device device = Device.of(realm);
            Answer answer = device.send(Request.of(method, device.base() + "/o/client/scopes"));

            assertThat(answer.status()).as(method).isEqualTo(405);
            assertThat(answer.headers().all("Allow")).containsExactly("GET");
            assertThat(answer.text()).isEqualTo("{\"error\":\"invalid_request\"}");
        }
    }
}
