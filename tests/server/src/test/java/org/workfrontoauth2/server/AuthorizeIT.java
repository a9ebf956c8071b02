package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.Event;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Acme;
import org.workfrontoauth2.walkthrough.Application;
import org.workfrontoauth2.walkthrough.Browser;
import org.workfrontoauth2.walkthrough.Callback;
import org.workfrontoauth2.walkthrough.ConsentPage;
import org.workfrontoauth2.walkthrough.LoginPage;
import org.workfrontoauth2.walkthrough.Page;

/** Contract, section 3: how a user allows an application, or does not. */
@RunsOn
class AuthorizeIT {

    private final Demo demo;

    AuthorizeIT(KeycloakServer keycloak) {
        this.demo = new Demo(keycloak);
    }

    @Test
    void allowingRedirectsWithExactlyTheseParameters() {
        Callback callback = demo.visitor().allow(demo.workfront(), Acme.WEB);

        assertThat(callback.target()).isEqualTo(Acme.WEB.redirectUrl());
        assertThat(callback.parameters()).containsOnlyKeys("code", "domain", "lane", "state", "iss");
        assertThat(callback.parameters())
                .containsEntry("domain", "acme")
                .containsEntry("lane", "my")
                .containsEntry("state", "the state")
                .containsEntry("iss", demo.workfront().base());
    }

    @Test
    void noStateComesBackWhenNoneWasSent() {
        Callback callback = demo.visitor().allow(address(Acme.WEB, Map.of("state", "")));

        assertThat(callback.parameter("state").orElse("")).isEmpty();

        Map<String, String> query = Workfront.query(Acme.WEB);
        query.remove("state");
        assertThat(demo.visitor()
                        .allow(demo.workfront().authorizeAddress(query))
                        .parameters())
                .containsOnlyKeys("code", "domain", "lane", "iss");
    }

    @Test
    void theConsentPageNamesTheApplication() {
        Page page = demo.visitor().logIn(demo.workfront().authorizeAddress(Workfront.query(Acme.WEB)));

        assertThat(new ConsentPage(page).text()).contains("Acme web");
    }

    @Test
    void denyingRedirectsWithAccessDenied() {
        Visitor visitor = demo.visitor();
        demo.realm().events().clear();

        Callback callback = visitor.deny(demo.workfront(), Acme.WEB);

        assertThat(callback.target()).isEqualTo(Acme.WEB.redirectUrl());
        assertThat(callback.parameters())
                .containsEntry("error", "access_denied")
                .containsEntry("domain", "acme")
                .containsEntry("lane", "my")
                .containsEntry("state", "the state")
                .containsEntry("iss", demo.workfront().base())
                .doesNotContainKeys("code", "session_state");
        assertThat(demo.realm().events().errors())
                .extracting(Event::type, Event::error)
                .containsExactly(tuple("LOGIN_ERROR", "rejected_by_user"));
    }

    @Test
    void aUserWhoAllowedTheApplicationGoesStraightThrough() {
        Visitor visitor = demo.visitor();
        visitor.allow(demo.workfront(), Acme.WEB);

        Page second = visitor.browser().open(address(Acme.WEB, Map.of()));

        assertThat(second.callback().code()).isNotBlank();
    }

    @Test
    void inAnotherBrowserAUserWhoAllowedTheApplicationOnlyLogsIn() {
        Visitor first = demo.visitor();
        first.allow(demo.workfront(), Acme.WEB);
        Visitor second = demo.visitor(first.user());

        assertThat(second.logIn(address(Acme.WEB, Map.of())).callback().code()).isNotBlank();
    }

    @Test
    void afterTheConsentWasRevokedTheUserIsAskedAgain() {
        Visitor visitor = demo.visitor();
        visitor.allow(demo.workfront(), Acme.WEB);
        demo.realm().users().revokeConsent(visitor.user(), Acme.WEB.clientId());

        Page page = demo.visitor(visitor.user()).logIn(address(Acme.WEB, Map.of()));

        assertThat(new ConsentPage(page).text()).contains("Acme web");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:9999/spa", "http://127.0.0.1:9999/spa", "com.example.app:/callback"})
    void publicApplicationsOnTheUsersDeviceAreAskedForEveryTime(String redirectUrl) {
        try (Demo.Temporary device =
                demo.singlePage(client -> client.putArray("redirectUris").add(redirectUrl))) {
            Visitor visitor = demo.visitor();
            visitor.allow(demo.workfront(), device.application());

            Page second = visitor.browser().open(address(device.application(), Map.of()));

            assertThat(new ConsentPage(second).allow().callback().target()).isEqualTo(redirectUrl);
        }
    }

    @Test
    void aSinglePageApplicationElsewhereIsAskedForOnce() {
        try (Demo.Temporary elsewhere =
                demo.singlePage(client -> client.putArray("redirectUris").add("https://spa.example/callback"))) {
            Visitor visitor = demo.visitor();
            visitor.allow(demo.workfront(), elsewhere.application());

            Page second = visitor.browser().open(address(elsewhere.application(), Map.of()));

            assertThat(second.callback().code()).isNotBlank();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "scope          | ''",
                "scope          | openid",
                "scope          | openid offline_access profile no-such-scope",
                "approval_prompt| auto",
                "access_type    | offline",
                "response_mode  | query",
                "nonce          | n-0S6_WzA2Mj",
                "no_such        | ''",
            })
    void extraAndEmptyParametersDoNoHarm(String name, String value) {
        String code = demo.visitor().code(demo.workfront(), and(Acme.WEB, Map.of(name, value)));

        // Exactly the five members: no ID token, whatever the scope said.
        Tokens.of(demo.workfront().redeem(Acme.WEB, code));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "an unknown client,                 client_id,    no-such-client,                    client_not_found",
        "an ordinary client,                client_id,    plain-oidc,                        ''",
        "a client without redirect URLs,    client_id,    acme-m2m,                          ''",
        "no client,                         client_id,    '',                                ''",
        "an unregistered redirect URL,      redirect_uri, https://evil.example/,             invalid_redirect_uri",
        "another port,                      redirect_uri, http://localhost:9998/callback,    invalid_redirect_uri",
        "another scheme,                    redirect_uri, https://localhost:9999/callback,   invalid_redirect_uri",
        "a longer path,                     redirect_uri, http://localhost:9999/callback/x,  invalid_redirect_uri",
        "a shorter path,                    redirect_uri, http://localhost:9999/,            invalid_redirect_uri",
        "another letter case,               redirect_uri, http://localhost:9999/Callback,    invalid_redirect_uri",
        "a trailing slash,                  redirect_uri, http://localhost:9999/callback/,   invalid_redirect_uri",
        "a query,                           redirect_uri, http://localhost:9999/callback?a=b, invalid_redirect_uri",
        "a fragment,                        redirect_uri, http://localhost:9999/callback#a,  invalid_redirect_uri",
        "a user name before the host,       redirect_uri, http://a@localhost:9999/callback,  invalid_redirect_uri",
        "dots in the path,                  redirect_uri, http://localhost:9999/x/../callback, invalid_redirect_uri",
        "a relative redirect URL,           redirect_uri, /callback,                         invalid_redirect_uri",
        "a script,                          redirect_uri, javascript:alert(1),               invalid_redirect_uri",
        "no redirect URL,                   redirect_uri, '',                                invalid_redirect_uri",
        "another application's URL,         redirect_uri, http://localhost:9999/spa,         invalid_redirect_uri",
    })
    void isShownAPageInsteadOfARedirect(String what, String name, String value, String error) {
        demo.realm().events().clear();

        Page page = new Browser(demo.workfront().server()).open(address(Acme.WEB, Map.of(name, value)));

        assertIsErrorPage(page);
        assertThat(demo.realm().events().errors()).extracting(Event::type).containsExactly("LOGIN_ERROR");
        if (!error.isEmpty()) {
            assertThat(demo.realm().events().errors()).extracting(Event::error).containsExactly(error);
        }
    }

    @Test
    void aDisabledApplicationShowsAPage() {
        try (Demo.Temporary disabled = demo.singlePage(client -> client.put("enabled", false))) {
            demo.realm().events().clear();

            assertIsErrorPage(new Browser(demo.workfront().server()).open(address(disabled.application(), Map.of())));
            assertThat(demo.realm().events().errors())
                    .extracting(Event::type, Event::error)
                    .containsExactly(tuple("LOGIN_ERROR", "client_disabled"));
        }
    }

    private static void assertIsErrorPage(Page page) {
        assertThat(page.left()).isEmpty();
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.headers().all("Location")).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}={2}")
    @CsvSource({
        "acme-web, response_type,         '',           invalid_request",
        "acme-web, response_type,         token,        unsupported_response_type",
        "acme-web, response_type,         id_token,     unsupported_response_type",
        "acme-web, response_type,         code token,   unsupported_response_type",
        "acme-web, response_type,         none,         unsupported_response_type",
        "acme-web, response_type,         CODE,         unsupported_response_type",
        "acme-web, response_mode,         fragment,     invalid_request",
        "acme-web, response_mode,         form_post,    invalid_request",
        "acme-web, response_mode,         query.jwt,    invalid_request",
        "acme-web, response_mode,         jwt,          invalid_request",
        "acme-web, request,               a.b.c,        invalid_request",
        "acme-web, request_uri,           https://a.example/, invalid_request",
        "acme-web, request_uri,           urn:ietf:params:oauth:request_uri:x, invalid_request",
        "acme-web, code_challenge_method, plain,        invalid_request",
        "acme-web, code_challenge_method, s256,         invalid_request",
        "acme-web, code_challenge_method, '',           invalid_request",
        "acme-web, code_challenge,        short,        invalid_request",
        "acme-spa, code_challenge_method, plain,        invalid_request",
        "acme-spa, code_challenge_method, '',           invalid_request",
        "acme-spa, code_challenge,        '',           invalid_request",
        "acme-spa, code_challenge,        short,        invalid_request",
        "acme-spa, code_challenge,        E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw+cM, invalid_request",
    })
    void isRefusedByARedirect(String clientId, String name, String value, String error) {
        Application application = clientId.equals("acme-spa") ? Acme.SINGLE_PAGE : Acme.WEB;
        Map<String, String> query = and(application, name.startsWith("code_") ? Workfront.PKCE.parameters() : Map.of());
        query.put(name, value);
        if (value.isEmpty()) {
            query.remove(name);
        }

        assertIsRedirectedWith(error, "LOGIN_ERROR", demo.workfront().authorizeAddress(query), application);
    }

    @Test
    void aSinglePageApplicationNeedsPkce() {
        Map<String, String> query = Workfront.query(Acme.SINGLE_PAGE);
        query.keySet().removeAll(Workfront.PKCE.parameters().keySet());

        assertIsRedirectedWith(
                "invalid_request", "LOGIN_ERROR", demo.workfront().authorizeAddress(query), Acme.SINGLE_PAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "response_type=code",
                "scope=a",
                "code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
                "code_challenge_method=S256",
                "prompt=login",
                "max_age=5",
                "login_hint=alice",
            })
    void aKnownParameterTwiceIsRefused(String pair) {
        Map<String, String> query = and(Acme.WEB, Workfront.PKCE.parameters());
        query.remove(pair.substring(0, pair.indexOf('=')));
        String twice = demo.workfront().authorizeAddress(query) + "&" + pair + "&" + pair;

        assertIsRedirectedWith("invalid_request", "LOGIN_ERROR", twice, Acme.WEB);
    }

    @ParameterizedTest
    @ValueSource(strings = {"client_id=acme-web", "client_id=acme-spa", "redirect_uri=https://evil.example/"})
    void whatDecidesWhereToRedirectToIsNotReadTwice(String pair) {
        Page page = new Browser(demo.workfront().server()).open(address(Acme.WEB, Map.of()) + "&" + pair);

        assertIsErrorPage(page);
    }

    /** As in stock Keycloak, where this is an answer and no failure: there is no event. */
    @Test
    void withoutALoginPromptNoneIsRefused() {
        Callback callback = new Browser(demo.workfront().server())
                .open(address(Acme.WEB, Map.of("prompt", "none")))
                .callback();

        assertThat(callback.parameters()).containsEntry("error", "login_required");
        assertHasOrganisation(callback);
    }

    @Test
    void withoutAConsentPromptNoneIsRefused() {
        Visitor visitor = demo.visitor();
        visitor.deny(demo.workfront(), Acme.WEB);

        Callback callback = visitor.browser()
                .open(address(Acme.WEB, Map.of("prompt", "none")))
                .callback();

        assertThat(callback.parameter("error").orElseThrow())
                .isIn("login_required", "interaction_required", "consent_required");
        assertHasOrganisation(callback);
    }

    @Test
    void withBothPromptNoneGoesThrough() {
        Visitor visitor = demo.visitor();
        visitor.allow(demo.workfront(), Acme.WEB);

        Callback callback = visitor.browser()
                .open(address(Acme.WEB, Map.of("prompt", "none")))
                .callback();

        assertHasOrganisation(callback);
        Tokens.of(demo.workfront().redeem(Acme.WEB, callback.code()));
    }

    /** Keycloak would hand out such a code without any page of the login. */
    @Test
    void promptNoneLeadsToNoDeviceWithoutTheConsentPage() {
        Visitor visitor = demo.visitor();
        visitor.allow(demo.workfront(), Acme.SINGLE_PAGE);

        Callback callback = visitor.browser()
                .open(address(Acme.SINGLE_PAGE, Map.of("prompt", "none")))
                .callback();

        assertThat(callback.parameters())
                .containsEntry("error", "interaction_required")
                .doesNotContainKey("code");
    }

    /** Keycloak takes some of these for escaped control characters, and drops them. */
    @ParameterizedTest
    @ValueSource(strings = {"%00x", "a%00", "a%25b", "100%", "%0A"})
    void aStateComesBackAsItWasSent(String state) {
        Callback callback = demo.visitor().allow(address(Acme.WEB, Map.of("state", state)));

        assertThat(callback.parameters()).containsEntry("state", state);
    }

    @Test
    void promptLoginAsksForThePasswordAgain() {
        Visitor visitor = demo.visitor();
        visitor.allow(demo.workfront(), Acme.WEB);

        Page page = visitor.browser().open(address(Acme.WEB, Map.of("prompt", "login")));

        assertThat(page.document().select("input[name=password]")).hasSize(1);
    }

    @Test
    void theLoginHintIsFilledIn() {
        Page page = new Browser(demo.workfront().server())
                .open(address(Acme.WEB, Map.of("login_hint", "alice@acme.example")));

        assertThat(new LoginPage(page).page().document().select("#username").val())
                .isEqualTo("alice@acme.example");
    }

    @Test
    void theLanguageIsTheOneAskedFor() {
        Page page = new Browser(demo.workfront().server()).open(address(Acme.WEB, Map.of("ui_locales", "ko")));

        assertThat(page.document().select("html").attr("lang")).isEqualTo("ko");
    }

    @Test
    void aWrongPasswordAsksAgain() {
        Page page = new Browser(demo.workfront().server()).open(address(Acme.WEB, Map.of()));

        Page again = new LoginPage(page).logIn("alice", "wrong");

        assertThat(new LoginPage(again).page().status()).isEqualTo(200);
    }

    @Test
    void everyRegisteredRedirectUrlWorks() {
        String fusion = "https://app.workfrontfusion.com/oauth/cb/workfront-workfront";

        Callback callback = demo.visitor().allow(address(Acme.WEB, Map.of("redirect_uri", fusion)));

        assertThat(callback.target()).isEqualTo(fusion);
    }

    private void assertIsRedirectedWith(String error, String event, String address, Application application) {
        demo.realm().events().clear();

        Callback callback = new Browser(demo.workfront().server()).open(address).callback();

        assertThat(callback.target()).isEqualTo(application.redirectUrl());
        assertThat(callback.parameters()).containsEntry("error", error).doesNotContainKey("code");
        assertThat(callback.parameters().keySet())
                .isSubsetOf("error", "error_description", "domain", "lane", "state", "iss");
        assertHasOrganisation(callback);
        assertThat(demo.realm().events().errors()).extracting(Event::type).isEqualTo(List.of(event));
    }

    private void assertHasOrganisation(Callback callback) {
        assertThat(callback.parameters())
                .containsEntry("domain", "acme")
                .containsEntry("lane", "my")
                .containsEntry("state", "the state")
                .containsEntry("iss", demo.workfront().base());
    }

    private static Map<String, String> and(Application application, Map<String, String> more) {
        Map<String, String> query = new TreeMap<>(Workfront.query(application));
        query.putAll(more);
        return query;
    }

    private String address(Application application, Map<String, String> more) {
        return demo.workfront().authorizeAddress(and(application, more));
    }
}
