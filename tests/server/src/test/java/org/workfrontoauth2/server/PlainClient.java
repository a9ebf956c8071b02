package org.workfrontoauth2.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.workfrontoauth2.server.harness.Form;
import org.workfrontoauth2.walkthrough.Acme;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Application;
import org.workfrontoauth2.walkthrough.LoginPage;
import org.workfrontoauth2.walkthrough.Page;

/** An ordinary OpenID Connect client of the realm, such as {@code plain-oidc}. */
record PlainClient(Workfront workfront, Application client) {

    PlainClient(Workfront workfront) {
        this(workfront, Acme.PLAIN);
    }

    String address(String scope) {
        return workfront.standardEndpoint("auth") + "?"
                + Form.encode(Map.of(
                        "client_id",
                        client.clientId(),
                        "redirect_uri",
                        client.redirectUrl(),
                        "response_type",
                        "code",
                        "state",
                        "the state",
                        "scope",
                        scope));
    }

    /** Logs in if asked, and redeems the code. */
    Answer login(Visitor visitor, String scope) {
        Page page = visitor.browser().open(address(scope));
        if (page.left().isEmpty()) {
            page = new LoginPage(page)
                    .logIn(visitor.user().name(), visitor.user().password());
        }
        return redeem(page.callback().code());
    }

    Answer redeem(String code) {
        return token(Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", client.redirectUrl()));
    }

    /** The password is the name. */
    Answer password(String user, String scope) {
        return token(Map.of("grant_type", "password", "username", user, "password", user, "scope", scope));
    }

    Answer clientCredentials() {
        return token(Map.of("grant_type", "client_credentials"));
    }

    Answer refresh(Answer tokens) {
        return token(Map.of("grant_type", "refresh_token", "refresh_token", tokens.member("refresh_token")));
    }

    Answer token(Map<String, String> fields) {
        return post("token", fields);
    }

    Answer introspect(Answer tokens) {
        return post("token/introspect", Map.of("token", tokens.member("access_token")));
    }

    Answer revoke(String token) {
        return post("revoke", Map.of("token", token));
    }

    Answer userinfo(Answer tokens) {
        return workfront.get(
                workfront.standardEndpoint("userinfo"), "Authorization", "Bearer " + tokens.member("access_token"));
    }

    /** Ends the session as a confidential client may, without a browser. */
    Answer logout(Answer tokens) {
        return post("logout", Map.of("refresh_token", tokens.member("refresh_token")));
    }

    Answer post(String endpoint, Map<String, String> fields) {
        String credentials = Workfront.basic(client.clientId(), client.secret());
        return workfront.post(workfront.standardEndpoint(endpoint), fields, "Authorization", credentials);
    }

    /** What a JWT of the answer says. */
    JsonNode claims(Answer tokens, String member) {
        Answers.assertThat(tokens).hasStatus(200);
        String payload = tokens.member(member).split("\\.", -1)[1];
        try {
            return new ObjectMapper()
                    .readTree(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
