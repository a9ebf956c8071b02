package org.workfrontoauth2.walkthrough;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A device that registers with a software statement, takes an access token and uses it. */
final class RegisteredDevice implements Chapter {

    private static final String JSON = "application/json;charset=utf-8";
    private static final String DEVICE = Base64.getEncoder()
            .encodeToString("{\"primaryHardwareType\": \"SetTopBox\", \"model\": \"TV 5th Gen\", \"osName\": \"tvOS\"}"
                    .getBytes(StandardCharsets.UTF_8));

    /** Like {@code acme-tv}, but made to be revoked. */
    private static final String SHORT_LIVED =
            "{\"name\": \"acme-tv for a moment\", \"scopes\": [\"api:client:v2\"], \"customSchemes\": [\"adobepass\"]}";

    private final Demo demo;
    private final String base;
    private final ResourceServer api;

    RegisteredDevice(Demo demo) {
        this.demo = demo;
        Organisation acme = demo.acme("my");
        this.base = acme.contract();
        this.api = new ResourceServer(demo.server(), acme);
    }

    @Override
    public String title() {
        return "Devices of the registered application " + Acme.REGISTERED + " at " + base + "/o/client";
    }

    @Override
    public void walk(Report report) {
        Administrator avery = Administrator.avery(demo);
        String statement = report.step("Avery downloads the software statement of " + Acme.REGISTERED, notes -> {
            Answer answer = avery.softwareStatement(Acme.REGISTERED);
            notes.add(answer);
            Fact.of("status", answer.status()).is(200);
            return answer.member("software_statement");
        });
        Answer client = report.step("A device registers with it, and gets its own credentials", notes -> {
            Answer answer = register(statement);
            notes.add(answer);
            Fact.of("status", answer.status()).is(201);
            Fact.of("scope", answer.body().at("/scopes/0").asText()).is("api:client:v2");
            return answer;
        });
        String token = report.step("It gets an access token with them", notes -> {
            Answer answer = token(client);
            notes.add(answer);
            Fact.of("status", answer.status()).is(201);
            Fact.of("token_type", answer.member("token_type")).is("bearer");
            Fact.of("expires_in", answer.member("expires_in")).is("21600");
            return answer.member("access_token");
        });
        report.check("The access token opens the API, on behalf of the device", notes -> {
            Answer answer = api.introspect(token);
            notes.add(answer);
            Fact.of("active", answer.member("active")).is("true");
            Fact.of("client_id", answer.member("client_id")).is(client.member("client_id"));
            Fact.of("software_id", answer.member("software_id")).is(Acme.REGISTERED);
        });
        report.check("The device asks whether its token is valid, and what it allows", notes -> {
            Answer good = bearer("POST", "validate", token);
            Answer scopes = bearer("GET", "scopes", token);
            notes.add(good);
            notes.add(scopes);
            Fact.of("status of validate", good.status()).is(200);
            Fact.of("scope", scopes.body().at("/scopes/0").asText()).is("api:client:v2");
        });
        revoke(report, avery);
    }

    /** Another registered application: {@code acme-tv} is needed again. */
    private void revoke(Report report, Administrator avery) {
        String id = report.step("Avery creates another registered application, and a device registers", notes -> {
            Answer answer = avery.createRegisteredApplication(SHORT_LIVED);
            notes.add(answer);
            Fact.of("status", answer.status()).is(201);
            return answer.member("id");
        });
        String statement = avery.softwareStatement(id).member("software_statement");
        Answer client = register(statement);
        String token = token(client).member("access_token");
        report.check("Avery revokes it: statement, client and token are refused immediately", notes -> {
            Fact.of("token is live", api.accepts(token)).is(true);
            notes.add(avery.revoke(id));
            Answer registration = register(statement);
            Answer another = token(client);
            Answer use = bearer("POST", "validate", token);
            notes.add(registration);
            notes.add(another);
            notes.add(use);
            Fact.of("registration", registration.status() + " " + registration.member("error"))
                    .is("400 unapproved_software_statement");
            Fact.of("token", another.status() + " " + another.member("error")).is("400 unauthorized_client");
            Fact.of("use", use.status() + " " + use.member("error")).is("401 invalid_access_token_client_application");
            Fact.of("token is live", api.accepts(token)).is(false);
            avery.deleteRegisteredApplication(id);
        });
    }

    private Answer register(String statement) {
        return Answer.of(demo.server()
                .send(Request.of("POST", base + "/o/client/register")
                        .body(
                                JSON,
                                "{\"software_statement\": \"" + statement
                                        + "\", \"redirect_uri\": \"adobepass://acme\"}")
                        .header("X-Device-Info", DEVICE)));
    }

    private Answer token(Answer client) {
        return Answer.of(demo.server()
                .send(Request.form(
                                base + "/o/client/token",
                                List.of(
                                        Map.entry("client_id", client.member("client_id")),
                                        Map.entry("client_secret", client.member("client_secret")),
                                        Map.entry("grant_type", "client_credentials")))
                        .header("X-Device-Info", DEVICE)));
    }

    private Answer bearer(String method, String path, String token) {
        return Answer.of(demo.server()
                .send(Request.of(method, base + "/o/client/" + path).header("Authorization", "Bearer " + token)));
    }
}
