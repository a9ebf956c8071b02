package org.workfrontoauth2.walkthrough;

import java.util.Map;

/** A server-side application: authorization code and client secret. */
final class WebApplication implements Chapter {

    private static final String USER = "alice";
    /** Needs escaping twice over: a server that decodes once too often gives something else back. */
    private static final String STATE = "x+y z";

    private final Demo demo;
    private final Organisation acme;
    private final WorkfrontClient client;
    private final ResourceServer api;
    private final Gateway gateway;
    private final Browser browser;

    WebApplication(Demo demo) {
        this.demo = demo;
        this.acme = demo.acme("my");
        this.client = new WorkfrontClient(demo.server(), acme, Acme.WEB);
        this.api = new ResourceServer(demo.server(), acme);
        this.gateway = new Gateway(demo.server(), acme);
        this.browser = new Browser(demo.server());
    }

    @Override
    public String title() {
        return "Web application " + Acme.WEB.clientId() + " at " + acme.contract();
    }

    @Override
    public void walk(Report report) {
        report.check("The contract's description is found at the host", notes -> {
            Answer metadata = client.metadata();
            notes.add("GET /.well-known/oauth-authorization-server");
            notes.add(metadata.status() + " issuer " + metadata.member("issuer"));
            Fact.of("status", metadata.status()).is(200);
            Fact.of("issuer", metadata.member("issuer")).is(acme.contract());
        });
        report.check("Alice's consent from an earlier run is withdrawn, so that she is asked", notes -> {
            Answer withdrawn = Administrator.logIn(demo).withdrawConsent(USER, Acme.WEB);
            notes.add(withdrawn.status() == 204 ? "204 withdrawn" : "404 she had allowed nothing");
            Fact.of("status", String.valueOf(withdrawn.status())).is("204 or 404", text -> text.matches("204|404"));
        });
        LoginPage login = report.step("The application sends alice's browser to the authorization endpoint", notes -> {
            String address = client.authorizeUrl(Map.of("state", STATE));
            notes.add("GET " + address);
            Page page = browser.open(address);
            notes.add(page);
            return new LoginPage(page);
        });
        ConsentPage consent = report.step("Alice logs in, and is asked whether she allows it", notes -> {
            Page page = login.logIn(USER, USER);
            notes.add(page);
            return new ConsentPage(page);
        });
        Callback callback = report.step("She allows it: her browser comes back with a code, domain and lane", notes -> {
            Callback back = consent.allow().callback();
            notes.add(back);
            CallbackFacts.hold(back, Acme.WEB, acme, STATE);
            return back;
        });
        IssuedTokens first = report.step("The code is exchanged for a session ID (JSON, Basic)", notes -> {
            Answer answer = client.sending(Encoding.JSON, Authentication.BASIC).exchange(callback.code());
            notes.add(answer);
            return IssuedTokens.of(answer);
        });
        report.check("The session ID opens the API: acme-api checks it with Keycloak", notes -> {
            Answer answer = api.introspect(first.sessionId());
            notes.add(answer);
            IntrospectionFacts.hold(answer, Acme.WEB, USER, first.wid(), "my");
        });
        report.check("A gateway checks the session ID of a request, and learns whose it is", notes -> {
            Answer answer = gateway.verify(Request.get(gateway.address())
                    .header("X-Original-URI", "/attask/api/v15.0/project?sessionID=" + first.sessionId())
                    .header("X-Original-Method", "POST"));
            notes.add("GET /integrations/oauth2/api/v1/session/verify, X-Original-URI: …?sessionID=…");
            notes.add(answer.status() + " X-Workfront-User: "
                    + answer.headers().first("X-Workfront-User").orElse("nobody"));
            VerifiedFacts.hold(answer, Acme.WEB, USER, first.wid(), "my");
        });
        report.check("The gateway accepts the cookie if the request changes nothing", notes -> {
            Request cookie = Request.get(gateway.address()).header("Cookie", "sessionID=" + first.sessionId());
            Answer read = gateway.verify(cookie.header("X-Original-Method", "GET"));
            Answer written = gateway.verify(cookie.header("X-Original-Method", "POST"));
            notes.add("GET: " + read.status() + ", POST: " + written);
            VerifiedFacts.hold(read, Acme.WEB, USER, first.wid(), "my");
            NotLoggedIn.hold(written);
        });
        report.check("The application asks whose session ID it has", notes -> {
            Answer answer = client.session(first.sessionId());
            notes.add("GET /attask/api/v15.0/session");
            notes.add(answer);
            Fact.of("status", answer.status()).is(200);
            Fact.of("userID", answer.body().at("/data/userID").asText()).is(first.wid());
            Fact.of("username", answer.body().at("/data/username").asText()).is(USER);
        });
        IssuedTokens refreshed = report.step("The refresh token gets another session ID (form, body)", notes -> {
            Answer answer = client.sending(Encoding.FORM, Authentication.BODY).refresh(first.refreshToken());
            notes.add(answer);
            IssuedTokens tokens = IssuedTokens.of(answer);
            Fact.of("new session ID", tokens.sessionId()).isNot(first.sessionId());
            Fact.of("refresh token, rotation being off", tokens.refreshToken()).is(first.refreshToken());
            Fact.of("the new session ID is accepted", api.accepts(tokens.sessionId()))
                    .is(true);
            return tokens;
        });
        report.check("The realm's path serves the contract as well as the host", notes -> {
            Answer answer = new WorkfrontClient(demo.server(), acme.below(), Acme.WEB).refresh(first.refreshToken());
            notes.add("POST " + acme.below().contract() + "/integrations/oauth2/api/v1/token");
            notes.add(answer);
            IssuedTokens.of(answer);
        });
        report.check("A host that belongs to no organisation does not", notes -> {
            Page page = browser.open(demo.keycloak() + "/integrations/oauth2/authorize");
            notes.add("GET " + page.address());
            notes.add(page.status());
            Fact.of("status", page.status()).is(404);
        });
        Callback again = report.step("A second visit goes straight through: nobody is asked twice", notes -> {
            Callback back = browser.open(client.authorizeUrl(Map.of("scope", "", "approval_prompt", "auto")))
                    .callback();
            notes.add(back);
            Fact.of("code", back.code()).isNot(callback.code());
            return back;
        });
        report.check("A code works once: a replay is refused, and ends what the code started", notes -> {
            WorkfrontClient other = client.sending(Encoding.FORM, Authentication.BASIC);
            IssuedTokens second = IssuedTokens.of(other.exchange(again.code()));
            Answer replay = other.exchange(again.code());
            notes.add(replay);
            RefusalFacts.hold(replay, 400, "invalid_grant");
            Fact.of("its session ID is accepted", api.accepts(second.sessionId()))
                    .is(false);
            RefusalFacts.hold(other.refresh(second.refreshToken()), 400, "invalid_grant");
            Fact.of("the first grant's session ID is accepted", api.accepts(refreshed.sessionId()))
                    .is(true);
            notes.add("its session ID and refresh token are dead, the first visit's live");
        });
        report.check("Alice logs out in the browser: her session IDs stop working", notes -> {
            Page page = new LogoutPage(browser.open(acme.realm() + "/protocol/openid-connect/logout")).confirm();
            notes.add(page);
            notes.add("introspection: " + api.introspect(refreshed.sessionId()));
            Fact.of("the session ID is accepted", api.accepts(refreshed.sessionId()))
                    .is(false);
        });
        IssuedTokens later = report.step("The refresh token still works (JSON, body)", notes -> {
            Answer answer = client.sending(Encoding.JSON, Authentication.BODY).refresh(refreshed.refreshToken());
            notes.add(answer);
            IssuedTokens tokens = IssuedTokens.of(answer);
            Fact.of("the new session ID is accepted", api.accepts(tokens.sessionId()))
                    .is(true);
            return tokens;
        });
        report.check("The application logs out at /attask: the grant ends", notes -> {
            Answer answer = client.logOut(later.sessionId());
            notes.add("GET /attask/api/v15.0/logout");
            notes.add(answer);
            Fact.of("status", answer.status()).is(200);
            Fact.of("the session ID is accepted", api.accepts(later.sessionId()))
                    .is(false);
            NotLoggedIn.hold(gateway.verify(later.sessionId()));
            NotLoggedIn.hold(client.session(later.sessionId()));
            Answer refusal = client.refresh(later.refreshToken());
            notes.add("refresh: " + refusal);
            RefusalFacts.hold(refusal, 400, "invalid_grant");
        });
        report.check("An unknown client gets an error page and no redirect", notes -> {
            Page page = browser.open(
                    new WorkfrontClient(demo.server(), acme, new Application("nobody", null, Acme.WEB.redirectUrl()))
                            .authorizeUrl(Map.of()));
            notes.add(page);
            Fact.of("status", new ErrorPage(page).status()).is(400);
        });
        report.check("So does a redirect URL that is not registered", notes -> {
            Page page =
                    browser.open(client.authorizeUrl(Map.of("redirect_uri", "http://localhost:9999/somewhere-else")));
            notes.add(page);
            Fact.of("status", new ErrorPage(page).status()).is(400);
        });
    }
}
