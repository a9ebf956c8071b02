package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.workfrontoauth2.server.harness.Form;
import org.workfrontoauth2.walkthrough.Acme;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Application;
import org.workfrontoauth2.walkthrough.Callback;
import org.workfrontoauth2.walkthrough.Request;

/** Bad requests to the authorization endpoint (contract, section 3). */
final class AuthorizeBadInput {

    private static final List<String> MALFORMED = List.of("%00", "%C3%28", "%FF", "%zz", "%", "a%00b");

    private final Workfront workfront;
    private final List<BadInput> all = new ArrayList<>();

    AuthorizeBadInput(Workfront workfront) {
        this.workfront = workfront;
    }

    List<BadInput> all() {
        whereToIsUnclear();
        whatIsUnclear();
        harmless();
        wrongMethod();
        return all;
    }

    private void whereToIsUnclear() {
        get("nothing", "", AuthorizeBadInput::page);
        get("separators", "&&&=&", AuthorizeBadInput::page);
        get("only a client", "client_id=acme-web", AuthorizeBadInput::page);
        for (String bad : MALFORMED) {
            get("a client with " + bad, raw(Acme.WEB, "client_id", bad), AuthorizeBadInput::noRedirect);
            get("a redirect URL with " + bad, raw(Acme.WEB, "redirect_uri", bad), AuthorizeBadInput::noRedirect);
            get(
                    "a redirect URL ending in " + bad,
                    raw(Acme.WEB, "redirect_uri", "http://localhost:9999/callback" + bad),
                    AuthorizeBadInput::noRedirect);
        }
        get("a client of 10,000 characters", raw(Acme.WEB, "client_id", "x".repeat(10_000)), AuthorizeBadInput::page);
        get(
                "a redirect URL of 10,000 characters",
                raw(Acme.WEB, "redirect_uri", "http://a/" + "x".repeat(10_000)),
                AuthorizeBadInput::page);
        get(
                "a redirect URL with a line break",
                raw(Acme.WEB, "redirect_uri", "http://localhost:9999/callback%0d%0aX:%20y"),
                AuthorizeBadInput::page);
        get(
                "a redirect URL with a backslash",
                raw(Acme.WEB, "redirect_uri", "http://localhost:9999%5c@evil.example/callback"),
                AuthorizeBadInput::page);
        get("a client twice", raw(Acme.WEB, "a", "b") + "&client_id=acme-web", AuthorizeBadInput::page);
        get(
                "a redirect URL twice",
                raw(Acme.WEB, "a", "b") + "&redirect_uri=https://evil.example/",
                AuthorizeBadInput::page);
        get("markup as a client", raw(Acme.WEB, "client_id", "%3Cscript%3Ealert(1)%3C/script%3E"), answer -> {
            page(answer);
            assertThat(answer.text()).doesNotContain("<script>alert(1)");
        });
    }

    private void whatIsUnclear() {
        for (String name :
                List.of("response_type", "state", "scope", "code_challenge", "response_mode", "prompt", "login_hint")) {
            for (String bad : MALFORMED) {
                get(name + " with " + bad, raw(Acme.SINGLE_PAGE, name, bad), refusedOrHarmless(Acme.SINGLE_PAGE));
            }
        }
        for (String name : List.of(
                "response_type", "code_challenge", "code_challenge_method", "prompt", "ui_locales", "login_hint")) {
            get(
                    name + " of 10,000 characters",
                    raw(Acme.SINGLE_PAGE, name, "x".repeat(10_000)),
                    redirect(Acme.SINGLE_PAGE));
        }
        get(
                "a state of 10,000 characters",
                raw(Acme.SINGLE_PAGE, "state", "x".repeat(10_000)),
                AuthorizeBadInput::page);
        get("a state of 60,000 characters", raw(Acme.WEB, "state", "x".repeat(60_000)), answer -> assertThat(
                        answer.status())
                .isBetween(300, 499));
        get("a maximal age that is no number", raw(Acme.WEB, "max_age", "soon"), redirect(Acme.WEB));
        get("a negative maximal age", raw(Acme.WEB, "max_age", "-5"), redirect(Acme.WEB));
        get("a maximal age beyond all numbers", raw(Acme.WEB, "max_age", "9".repeat(40)), redirect(Acme.WEB));
        get("a request object", raw(Acme.WEB, "request", "e30.e30."), redirect(Acme.WEB));
        get("a request's address", raw(Acme.WEB, "request_uri", "http://127.0.0.1:1/"), redirect(Acme.WEB));
        get(
                "a challenge with padding",
                raw(Acme.SINGLE_PAGE, "code_challenge", "x".repeat(43) + "%3D"),
                redirect(Acme.SINGLE_PAGE));
        get(
                "a state with a line break",
                raw(Acme.WEB, "response_mode", "x") + "&x=%0d%0aSet-Cookie:%20a=b",
                redirect(Acme.WEB));
        get(
                "a line break in the state of an error",
                raw(Acme.SINGLE_PAGE, "code_challenge", "")
                        .replaceFirst("state=[^&]*", "state=%0d%0aSet-Cookie:%20a=b"),
                answer -> {
                    redirect(Acme.SINGLE_PAGE).accept(answer);
                    assertThat(answer.headers().all("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("a=b"));
                });
        get("contradicting prompts", raw(Acme.WEB, "prompt", "none%20login"), refusedOrHarmless(Acme.WEB));
    }

    private void harmless() {
        for (String name : List.of(
                "scope",
                "ui_locales",
                "kc_idp_hint",
                "login_hint",
                "claims",
                "nonce",
                "acr_values",
                "dpop_jkt",
                "display",
                "x")) {
            get(name + " with markup", raw(Acme.WEB, name, "%3Cscript%3Ealert(1)%3C/script%3E"), answer -> {
                refusedOrHarmless(Acme.WEB).accept(answer);
                assertThat(answer.text()).doesNotContain("<script>alert(1)");
            });
        }
        get("a scope of 10,000 characters", raw(Acme.WEB, "scope", "x".repeat(10_000)), refusedOrHarmless(Acme.WEB));
        get("1,000 parameters", raw(Acme.WEB, "a", "b") + "&a=b".repeat(1_000), refusedOrHarmless(Acme.WEB));
    }

    private void wrongMethod() {
        for (String method : List.of("PUT", "DELETE", "PATCH")) {
            add(method, Request.of(method, workfront.authorizeAddress(Acme.WEB)), answer -> assertThat(answer.status())
                    .isIn(404, 405));
        }
        add(
                "POST",
                Request.of("POST", workfront.authorizeEndpoint())
                        .body("application/x-www-form-urlencoded", Form.encode(Workfront.query(Acme.WEB))),
                answer -> assertThat(answer.status()).isIn(200, 302, 303, 400, 405));
        add(
                "POST of JSON",
                Request.of("POST", workfront.authorizeEndpoint()).body("application/json", "[]"),
                answer -> assertThat(answer.status()).isBetween(400, 499));
        add("HEAD", Request.of("HEAD", workfront.authorizeAddress(Acme.WEB)), answer -> assertThat(answer.status())
                .isLessThan(500));
    }

    // Words of the table

    /** A good query with one value that is taken as it stands. */
    private static String raw(Application application, String name, String value) {
        Map<String, String> query = new HashMap<>(Workfront.query(application));
        query.remove(name);
        return Form.encode(query) + "&" + name + "=" + value;
    }

    private void get(String name, String query, Consumer<Answer> expected) {
        add(name, Request.get(workfront.authorizeEndpoint() + "?" + query), expected);
    }

    private void add(String name, Request request, Consumer<Answer> expected) {
        all.add(new BadInput(name, request, expected));
    }

    private static void page(Answer answer) {
        noRedirect(answer);
        assertThat(answer.headers().first("Content-Type").orElse("")).startsWith("text/html");
    }

    /** The server itself refuses a query that cannot be decoded. */
    private static void noRedirect(Answer answer) {
        Answers.assertThat(answer).hasStatus(400).hasNoHeader("Location");
    }

    private Consumer<Answer> redirect(Application application) {
        return answer -> {
            assertThat(answer.status()).as(answer.toString()).isIn(302, 303);
            Callback callback = new Callback(answer.headers().first("Location").orElseThrow());
            assertThat(callback.target()).isEqualTo(application.redirectUrl());
            assertThat(callback.parameters())
                    .containsKey("error")
                    .containsEntry("domain", "acme")
                    .containsEntry("lane", "my")
                    .containsEntry("iss", workfront.base())
                    .doesNotContainKey("code");
        };
    }

    /** A page for the user, the login page among them, or a refusal to the application, and nowhere else. */
    private static Consumer<Answer> refusedOrHarmless(Application application) {
        return answer -> {
            assertThat(answer.status()).as(answer.toString()).isIn(200, 302, 303, 400);
            answer.headers().first("Location").ifPresent(location -> assertThat(location)
                    .matches(there ->
                            there.startsWith(application.redirectUrl() + "?") || there.contains("acme.my.localhost")));
        };
    }
}
