package org.workfrontoauth2.walkthrough;

import java.util.List;
import java.util.Map;

/** An administrator, at Keycloak's own administration API and ours. */
final class Administrator {

    private final Server server;
    private final String base;
    private final String token;

    private Administrator(Server server, String base, String token) {
        this.server = server;
        this.base = base;
        this.token = token;
    }

    /** The server's administrator. */
    static Administrator logIn(Demo demo) {
        return logIn(demo, "master", "admin");
    }

    /** The administrator of the realm's applications, who is a user of that realm. */
    static Administrator avery(Demo demo) {
        return logIn(demo, Acme.REALM, "avery");
    }

    private static Administrator logIn(Demo demo, String realm, String username) {
        String base = demo.keycloak();
        Answer answer = Answer.of(demo.server()
                .send(Request.form(
                        base + "/realms/" + realm + "/protocol/openid-connect/token",
                        List.of(
                                Map.entry("grant_type", "password"),
                                Map.entry("client_id", "admin-cli"),
                                Map.entry("username", username),
                                Map.entry("password", username)))));
        Fact.of("status of the administrator's login", answer.status()).is(200);
        return new Administrator(demo.server(), base, answer.member("access_token"));
    }

    /** The realm's applications, with the customer ID. */
    Answer applications() {
        return send("GET", applicationsUrl());
    }

    /** A key pair for this application, made by the server; the key belongs to the administrator who asks. */
    Answer makeKeyPair(Application application) {
        return send("POST", applicationsUrl() + "/" + application.clientId() + "/key-pairs");
    }

    /** Deletes a public key of this application. */
    Answer deleteKey(Application application, String kid) {
        return send("DELETE", applicationsUrl() + "/" + application.clientId() + "/public-keys/" + kid);
    }

    /** Registers an application whose devices register themselves. */
    Answer createRegisteredApplication(String json) {
        return Answer.of(server.send(Request.of("POST", registeredUrl())
                .body("application/json", json)
                .header("Authorization", "Bearer " + token)));
    }

    /** The software statement of a registered application. */
    Answer softwareStatement(String id) {
        return send("GET", registeredUrl() + "/" + id + "/software-statement");
    }

    /** Ends a registered application for good. */
    Answer revoke(String id) {
        return send("POST", registeredUrl() + "/" + id + "/revoke");
    }

    /** Removes a registered application with its clients. */
    Answer deleteRegisteredApplication(String id) {
        return send("DELETE", registeredUrl() + "/" + id);
    }

    private String registeredUrl() {
        return base + "/admin/realms/" + Acme.REALM + "/registered-applications";
    }

    private String applicationsUrl() {
        return base + "/admin/realms/" + Acme.REALM + "/oauth2-applications";
    }

    /** Makes the next visit to this application ask again, whatever an earlier walk left behind. */
    Answer withdrawConsent(String username, Application application) {
        String users = base + "/admin/realms/" + Acme.REALM + "/users";
        Answer found = send("GET", users + "?exact=true&username=" + UrlEncoded.encode(username));
        Fact.of("users called " + username, found.body().size()).is(1);
        return send(
                "DELETE",
                users + "/" + found.body().path(0).path("id").asText() + "/consents/" + application.clientId());
    }

    private Answer send(String method, String address) {
        return Answer.of(server.send(Request.of(method, address).header("Authorization", "Bearer " + token)));
    }
}
