package org.workfrontoauth2.walkthrough;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A client of the realm that is no application: it gets what Keycloak has always given it. */
final class OrdinaryClient implements Chapter {

    private static final String USER = "bob";

    private final Server server;
    private final Organisation acme;

    OrdinaryClient(Demo demo) {
        this.server = demo.server();
        this.acme = demo.acme("preview");
    }

    @Override
    public String title() {
        return "Ordinary client " + Acme.PLAIN.clientId() + " at " + acme.realm();
    }

    @Override
    public void walk(Report report) {
        Callback callback = report.step("Bob logs in at Keycloak's own authorization endpoint", notes -> {
            Page page = new LoginPage(new Browser(server).open(authorizeUrl())).logIn(USER, USER);
            notes.add(page);
            Callback back = page.callback();
            Fact.of("session_state is there", back.parameter("session_state").isPresent())
                    .is(true);
            Fact.of("domain is there", back.parameter("domain").isPresent()).is(false);
            return back;
        });
        report.check("The code brings a JWT; the scope workfront adds wid, domain and lane to it", notes -> {
            Answer answer = exchange(callback.code());
            notes.add(answer.status() + " token_type " + answer.member("token_type") + ", scope "
                    + answer.member("scope"));
            Fact.of("status", answer.status()).is(200);
            Fact.of("token_type", answer.member("token_type")).is("Bearer");
            JsonNode claims = claims(answer.member("access_token"));
            for (String claim : List.of("iss", "azp", "preferred_username", "wid", "domain", "lane")) {
                notes.add(claim + ": " + claims.path(claim).asText("nothing"));
            }
            Fact.of("azp", claims.path("azp").asText()).is(Acme.PLAIN.clientId());
            Fact.of("wid", claims.path("wid").asText()).is("b0b00000000000000000000000000b0b");
            Fact.of("domain", claims.path("domain").asText()).is(Acme.REALM);
            Fact.of("lane", claims.path("lane").asText()).is("preview");
        });
    }

    private String authorizeUrl() {
        return acme.realm() + "/protocol/openid-connect/auth?"
                + UrlEncoded.write(List.of(
                        Map.entry("client_id", Acme.PLAIN.clientId()),
                        Map.entry("redirect_uri", Acme.PLAIN.redirectUrl()),
                        Map.entry("response_type", "code"),
                        Map.entry("scope", "openid workfront")));
    }

    private Answer exchange(String code) {
        return Answer.of(server.send(Request.form(
                acme.realm() + "/protocol/openid-connect/token",
                List.of(
                        Map.entry("grant_type", "authorization_code"),
                        Map.entry("code", code),
                        Map.entry("redirect_uri", Acme.PLAIN.redirectUrl()),
                        Map.entry("client_id", Acme.PLAIN.clientId()),
                        Map.entry("client_secret", String.valueOf(Acme.PLAIN.secret()))))));
    }

    private static JsonNode claims(String jwt) {
        String[] parts = jwt.split("\\.", -1);
        Fact.of("parts of the access token", parts.length).is(3);
        try {
            return new ObjectMapper()
                    .readTree(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new Mismatch("The access token holds no JSON.");
        }
    }
}
