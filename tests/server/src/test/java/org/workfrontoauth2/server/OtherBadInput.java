package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Request;

/** Bad requests to logout (contract, section 6), revocation, introspection and discovery (section 8). */
final class OtherBadInput {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String API = Workfront.basic("acme-api", "acme-api-secret");
    private static final String WEB = Workfront.basic("acme-web", "acme-web-secret-for-the-demo-only");

    private final Workfront workfront;
    private final String sessionId;
    private final List<BadInput> all = new ArrayList<>();

    OtherBadInput(Workfront workfront, String sessionId) {
        this.workfront = workfront;
        this.sessionId = sessionId;
    }

    List<BadInput> all() {
        logout();
        introspection();
        revocation();
        logoutForms();
        contractRevocation();
        applicationsIntrospection();
        discovery();
        return all;
    }

    private void logout() {
        String endpoint = workfront.logoutEndpoint();
        for (String bad : List.of(
                "x", "x".repeat(128), "x".repeat(129), "x".repeat(5_000), "a.b.c", "\u00e9", "%00", "'", "null")) {
            add(
                    "logout with " + shortened(bad),
                    Request.get(endpoint).header("sessionID", bad),
                    OtherBadInput::notLoggedIn);
            add(
                    "logout with Bearer " + shortened(bad),
                    Request.get(endpoint).header("Authorization", "Bearer " + bad),
                    OtherBadInput::notLoggedIn);
        }
        for (String bad : List.of("", "%00", "%C3%28", "%FF", "%zz", "%", "x".repeat(5_000))) {
            add(
                    "logout with a query of " + shortened(bad),
                    Request.get(endpoint + "?sessionID=" + bad),
                    notLoggedIn(400));
        }
        add("logout with an empty header", Request.get(endpoint).header("sessionID", ""), OtherBadInput::notLoggedIn);
        add(
                "logout with Bearer and nothing",
                Request.get(endpoint).header("Authorization", "Bearer"),
                OtherBadInput::notLoggedIn);
        add("logout with Basic", Request.get(endpoint).header("Authorization", WEB), OtherBadInput::notLoggedIn);
        add(
                "logout with a good session ID and one letter more",
                Request.get(endpoint).header("sessionID", sessionId + "x"),
                OtherBadInput::notLoggedIn);
        add(
                "logout with two headers",
                Request.get(endpoint).header("sessionID", sessionId).header("sessionID", "x"),
                OtherBadInput::twoSessionIds);
        add(
                "logout with a header and another query",
                Request.get(endpoint + "?sessionID=x").header("sessionID", sessionId),
                OtherBadInput::twoSessionIds);
        add(
                "logout with two queries",
                Request.get(endpoint + "?sessionID=x&sessionID=" + sessionId),
                OtherBadInput::twoSessionIds);
        for (String method : List.of("PUT", "DELETE", "PATCH")) {
            add(
                    "logout by " + method,
                    Request.of(method, endpoint).header("sessionID", sessionId),
                    OtherBadInput::clientError);
        }
        add("logout by POST", Request.of("POST", endpoint).header("sessionID", "x"), OtherBadInput::clientError);
        for (String version :
                List.of("v", "vx.0", "v1", "1.0", "v1.0.0", "v-1.0", "v%00.0", "v" + "9".repeat(400) + ".0")) {
            add(
                    "logout of version " + shortened(version),
                    Request.get(workfront.base() + "/attask/api/" + version + "/logout"),
                    OtherBadInput::clientError);
        }
    }

    private void introspection() {
        String endpoint = workfront.standardEndpoint("token/introspect");
        add("introspection of nothing", post(endpoint, "").header("Authorization", API), OtherBadInput::clientError);
        for (String bad : List.of("x", "%00", "%C3%28", "%FF", "x".repeat(50_000), "..", "a.b.c", "e30.e30.e30")) {
            add(
                    "introspection of " + shortened(bad),
                    post(endpoint, "token=" + bad).header("Authorization", API),
                    OtherBadInput::inactive);
        }
        add(
                "introspection of two",
                post(endpoint, "token=" + sessionId + "&token=x").header("Authorization", API),
                OtherBadInput::harmless);
        add(
                "introspection of a padded session ID",
                post(endpoint, "token=" + sessionId + "%00").header("Authorization", API),
                OtherBadInput::inactive);
        add(
                "introspection with a strange hint",
                post(endpoint, "token=x&token_type_hint=%00").header("Authorization", API),
                OtherBadInput::inactive);
        add(
                "introspection of JSON",
                Request.of("POST", endpoint)
                        .body("application/json", "{\"token\":\"x\"}")
                        .header("Authorization", API),
                OtherBadInput::clientError);
        add(
                "introspection by GET",
                Request.get(endpoint + "?token=" + sessionId).header("Authorization", API),
                OtherBadInput::clientError);
        add("introspection by nobody", post(endpoint, "token=" + sessionId), OtherBadInput::clientError);
        add(
                "introspection by somebody else",
                post(endpoint, "token=" + sessionId).header("Authorization", Workfront.basic("acme-api", "wrong")),
                OtherBadInput::clientError);
    }

    private void revocation() {
        String endpoint = workfront.standardEndpoint("revoke");
        add("revocation of nothing", post(endpoint, "").header("Authorization", WEB), OtherBadInput::clientError);
        for (String bad : List.of("%00", "%C3%28", "%FF", "x".repeat(50_000), "..", "a.b.c", "e30.e30.e30")) {
            add(
                    "revocation of " + shortened(bad),
                    post(endpoint, "token=" + bad).header("Authorization", WEB),
                    OtherBadInput::harmless);
        }
        add(
                "revocation of two",
                post(endpoint, "token=x&token=y").header("Authorization", WEB),
                OtherBadInput::clientError);
        add(
                "revocation of JSON",
                Request.of("POST", endpoint)
                        .body("application/json", "{\"token\":\"x\"}")
                        .header("Authorization", WEB),
                OtherBadInput::clientError);
        add(
                "revocation by GET",
                Request.get(endpoint + "?token=" + sessionId).header("Authorization", WEB),
                OtherBadInput::clientError);
        add("revocation by nobody", post(endpoint, "token=" + sessionId), OtherBadInput::clientError);
        add(
                "revocation by an ordinary client",
                post(endpoint, "token=" + sessionId)
                        .header("Authorization", Workfront.basic("plain-oidc", "plain-oidc-secret")),
                OtherBadInput::harmless);
        add(
                "revocation of a megabyte",
                post(endpoint, "token=" + "x".repeat(1024 * 1024)).header("Authorization", WEB),
                OtherBadInput::harmless);
    }

    private void logoutForms() {
        String endpoint = workfront.base() + "/attask/api/logout";
        for (String bad : List.of("", "sessionID=" + sessionId, "sessionID=" + sessionId + "&method=", "&&=&==&")) {
            add("logout by a form of " + bad.length(), post(endpoint, bad), OtherBadInput::notAllowed);
        }
        for (String method : List.of("POST", "PUT", "DELETE", "GET%00", "GET&method=POST", "GETX")) {
            add(
                    "logout by a form with method " + method,
                    post(endpoint, "sessionID=" + sessionId + "&method=" + method),
                    OtherBadInput::clientError);
        }
        for (String bad : List.of("%zz", "%", "%C3%28", "%FF", "%00")) {
            add(
                    "logout by a form of " + bad,
                    post(endpoint, "method=GET&sessionID=" + bad),
                    answer -> Answers.assertThat(answer).hasStatus(400));
        }
        add("logout by a form of x", post(endpoint, "method=GET&sessionID=x"), OtherBadInput::notLoggedIn);
        add("logout by a form of nobody", post(endpoint, "method=GET"), OtherBadInput::notLoggedIn);
        add(
                "logout by a form of two",
                post(endpoint, "method=GET&sessionID=x&sessionID=" + sessionId),
                OtherBadInput::twoSessionIds);
        add(
                "logout by a form and another header",
                post(endpoint, "method=GET&sessionID=x").header("sessionID", sessionId),
                OtherBadInput::twoSessionIds);
        add(
                "logout by a form of a megabyte",
                post(endpoint, "method=GET&sessionID=" + "x".repeat(1024 * 1024)),
                OtherBadInput::clientError);
        for (String type : List.of("application/json", "multipart/form-data", "text/plain", "x", "a/b; c=\"")) {
            add(
                    "logout by " + type,
                    Request.of("POST", endpoint).body(type, "{\"sessionID\":\"x\",\"method\":\"GET\"}"),
                    OtherBadInput::notAllowed);
        }
        for (String path : List.of(
                "/attask/logout",
                "/attask/api-other/logout",
                "/attask/api/unsupported/v1.0/logout",
                "/attask/api-internal/unsupported/logout",
                "/attask/api-internal/x/logout",
                "/attask/api//logout",
                "/attask/api-/logout")) {
            add(
                    "logout at " + path,
                    Request.get(workfront.base() + path).header("sessionID", sessionId),
                    OtherBadInput::clientError);
        }
    }

    private void contractRevocation() {
        String endpoint = workfront.revokeEndpoint();
        add("revocation here of nothing", post(endpoint, "").header("Authorization", WEB), workfrontError(400));
        add("revocation here by nobody", post(endpoint, "token=x"), workfrontError(401));
        add(
                "revocation here by an ordinary client",
                post(endpoint, "token=x").header("Authorization", Workfront.basic("plain-oidc", "plain-oidc-secret")),
                workfrontError(401));
        add(
                "revocation here by an unknown client",
                post(endpoint, "token=x&client_id=no-such-client"),
                workfrontError(401));
        add(
                "revocation here with a wrong secret",
                post(endpoint, "token=x").header("Authorization", Workfront.basic("acme-web", "wrong")),
                workfrontError(401));
        add(
                "revocation here with two credentials",
                post(endpoint, "token=x&client_secret=y").header("Authorization", WEB),
                workfrontError(400));
        add(
                "revocation here of two",
                post(endpoint, "token=x&token=y").header("Authorization", WEB),
                workfrontError(400));
        for (String bad : List.of("%zz", "%C3%28", "%FF", "%00")) {
            add(
                    "revocation here of " + bad,
                    post(endpoint, "token=" + bad).header("Authorization", WEB),
                    workfrontError(400));
        }
        for (String bad : List.of("", "{", "[]", "\"x\"", "{\"refresh_token\":5}", "{\"token\":{}}", "{}")) {
            add(
                    "revocation here of JSON " + bad,
                    Request.of("POST", endpoint).body("application/json", bad).header("Authorization", WEB),
                    workfrontError(400));
        }
        add(
                "revocation here of XML",
                Request.of("POST", endpoint).body("text/xml", "<x/>").header("Authorization", WEB),
                workfrontError(415));
        add(
                "revocation here of a megabyte",
                post(endpoint, "token=" + "x".repeat(1024 * 1024)).header("Authorization", WEB),
                workfrontError(413));
        for (String method : List.of("GET", "PUT", "PATCH", "DELETE")) {
            add("revocation here by " + method, Request.of(method, endpoint), answer -> {
                Answers.assertThat(answer).hasHeader("Allow", "POST, OPTIONS");
                workfrontError(405).accept(answer);
            });
        }
    }

    private void applicationsIntrospection() {
        String endpoint = workfront.standardEndpoint("token/introspect");
        for (String bad : List.of("x", "%00", "%C3%28", "%FF", "x".repeat(50_000), "..", "a.b.c", "e30.e30.e30")) {
            add(
                    "an application's introspection of " + shortened(bad),
                    post(endpoint, "token=" + bad).header("Authorization", WEB),
                    OtherBadInput::inactive);
        }
        add(
                "an application's introspection of nothing",
                post(endpoint, "").header("Authorization", WEB),
                OtherBadInput::clientError);
        add(
                "an application's introspection of two",
                post(endpoint, "token=" + sessionId + "&token=x").header("Authorization", WEB),
                OtherBadInput::clientError);
        add(
                "an application's introspection with two hints",
                post(endpoint, "token=" + sessionId + "&token_type_hint=a&token_type_hint=b")
                        .header("Authorization", WEB),
                OtherBadInput::clientError);
        add(
                "an application's introspection with two credentials",
                post(endpoint, "token=" + sessionId + "&client_id=acme-web&client_secret=x")
                        .header("Authorization", WEB),
                OtherBadInput::clientError);
        add(
                "an application's introspection of JSON",
                Request.of("POST", endpoint)
                        .body("application/json", "{\"token\":\"x\"}")
                        .header("Authorization", WEB),
                OtherBadInput::clientError);
    }

    private void discovery() {
        String address = workfront.base() + "/.well-known/oauth-authorization-server";
        for (String method : List.of("POST", "PUT", "DELETE", "PATCH")) {
            add("discovery by " + method, Request.of(method, address), OtherBadInput::clientError);
        }
        for (String rest : List.of(
                "/x",
                "/..",
                "/%00",
                "/%2e%2e",
                "%00",
                "/realms/%00/integrations/oauth2",
                "/realms/no-such/integrations/oauth2",
                "/realms/master/integrations/oauth2")) {
            add("discovery of " + rest, Request.get(address + rest), OtherBadInput::clientError);
        }
        add("discovery with a malformed query", Request.get(address + "?a=%zz&%"), OtherBadInput::harmless);
        add(
                "discovery for another kind of reader",
                Request.get(address).header("Accept", "text/html"),
                OtherBadInput::harmless);
    }

    // Words of the table

    private static Request post(String address, String body) {
        return Request.of("POST", address).body(FORM, body);
    }

    private void add(String name, Request request, Consumer<Answer> expected) {
        all.add(new BadInput(name, request, expected));
    }

    private static void notLoggedIn(Answer answer) {
        Answers.assertThat(answer).isNotLoggedIn();
    }

    /** Or refused as what it is: no query. */
    private static Consumer<Answer> notLoggedIn(int other) {
        return answer -> {
            if (answer.status() != other) {
                Answers.assertThat(answer).isNotLoggedIn();
            }
        };
    }

    private static void notAllowed(Answer answer) {
        Answers.assertThat(answer).hasStatus(405).hasHeader("Allow", "GET");
        assertThat(answer.body().at("/error/message").asText()).isNotBlank();
    }

    private static Consumer<Answer> workfrontError(int status) {
        return answer -> Answers.assertThat(answer).isWorkfrontError().hasStatus(status);
    }

    private static void twoSessionIds(Answer answer) {
        Answers.assertThat(answer).hasStatus(400);
        assertThat(answer.body().at("/error/message").asText()).isNotBlank();
    }

    private static void inactive(Answer answer) {
        if (answer.status() == 200) {
            assertThat(answer.text()).isEqualTo("{\"active\":false}");
        } else {
            clientError(answer);
        }
    }

    private static void harmless(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isLessThan(500);
    }

    private static void clientError(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(400, 499);
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.length() + " characters" : text;
    }
}
