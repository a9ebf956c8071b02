package org.workfrontoauth2.walkthrough;

import java.util.List;
import java.util.Map;

/** The server's administrator, at Keycloak's own administration API. */
final class Administrator {

    private final Server server;
    private final String base;
    private final String token;

    private Administrator(Server server, String base, String token) {
        this.server = server;
        this.base = base;
        this.token = token;
    }

    static Administrator logIn(Demo demo) {
        String base = demo.keycloak();
        Answer answer = Answer.of(demo.server()
                .send(Request.form(
                        base + "/realms/master/protocol/openid-connect/token",
                        List.of(
                                Map.entry("grant_type", "password"),
                                Map.entry("client_id", "admin-cli"),
                                Map.entry("username", "admin"),
                                Map.entry("password", "admin")))));
        Fact.of("status of the administrator's login", answer.status()).is(200);
        return new Administrator(demo.server(), base, answer.member("access_token"));
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
