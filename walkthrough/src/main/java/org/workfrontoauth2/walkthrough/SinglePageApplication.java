package org.workfrontoauth2.walkthrough;

import java.util.HashMap;
import java.util.Map;

/** An application in a browser page: PKCE instead of a secret, and another origin. */
final class SinglePageApplication implements Chapter {

    private static final String USER = "bob";
    /** What the demo realm gives bob as his user attribute. */
    private static final String WID = "b0b00000000000000000000000000b0b";

    private static final String STATE = "af0ifjsldkj";

    private final Organisation acme;
    private final WorkfrontClient client;
    private final ResourceServer api;
    private final Browser browser;

    SinglePageApplication(Demo demo) {
        this.acme = demo.acme("preview");
        this.client = new WorkfrontClient(demo.server(), acme, Acme.SINGLE_PAGE).from(Acme.ORIGIN);
        this.api = new ResourceServer(demo.server(), acme);
        this.browser = new Browser(demo.server());
    }

    @Override
    public String title() {
        return "Single page application " + Acme.SINGLE_PAGE.clientId() + " at " + acme.contract();
    }

    @Override
    public void walk(Report report) {
        report.check("Without a code challenge the login does not begin", notes -> {
            Callback back =
                    browser.open(client.authorizeUrl(Map.of("state", STATE))).callback();
            notes.add(back);
            Fact.of("error", back.parameter("error")).is("invalid_request");
            Fact.of("lane", back.parameter("lane")).is("preview");
        });
        ConsentPage asked = report.step("Bob logs in, and is asked whether he allows it", notes -> {
            String address = client.authorizeUrl(withState(Pkce.fresh()));
            notes.add("GET " + address);
            Page page = new LoginPage(browser.open(address)).logIn(USER, USER);
            notes.add(page);
            return new ConsentPage(page);
        });
        report.check("He denies it: the application is told, and gets no code", notes -> {
            Callback back = asked.deny().callback();
            notes.add(back);
            CallbackFacts.holdDenied(back, Acme.SINGLE_PAGE, acme, STATE);
        });
        Pkce pkce = Pkce.fresh();
        Callback callback = report.step("He tries again, and allows it", notes -> {
            Page page = new LoginPage(browser.open(client.authorizeUrl(withState(pkce)))).logIn(USER, USER);
            notes.add(page);
            Callback back = new ConsentPage(page).allow().callback();
            notes.add(back);
            CallbackFacts.hold(back, Acme.SINGLE_PAGE, acme, STATE);
            return back;
        });
        report.check("The next visit asks again, because any program can listen at a loopback address", notes -> {
            Page page = browser.open(client.authorizeUrl(withState(Pkce.fresh())));
            notes.add(page);
            new ConsentPage(page).deny().callback();
        });
        report.check("The page's origin can send token requests, as the browser's preflight shows", notes -> {
            Answer answer = client.preflight();
            notes.add("OPTIONS, Origin: " + Acme.ORIGIN);
            notes.add(answer.status() + " " + CrossOriginFacts.shown(answer));
            Fact.of("status", answer.status()).is(200);
            CrossOriginFacts.hold(answer, Acme.ORIGIN);
            Fact.of("Access-Control-Allow-Methods", answer.headers().first("Access-Control-Allow-Methods"))
                    .is("POST among them", methods -> methods.contains("POST"));
        });
        IssuedTokens tokens = report.step("The code and its verifier are exchanged (form, no secret)", notes -> {
            Answer answer = client.exchange(callback.code(), pkce);
            notes.add(answer);
            notes.add(CrossOriginFacts.shown(answer));
            CrossOriginFacts.hold(answer, Acme.ORIGIN);
            IssuedTokens issued = IssuedTokens.of(answer);
            Fact.of("wid, bob's attribute", issued.wid()).is(WID);
            return issued;
        });
        report.check("The session ID opens the API, and says which lane it came from", notes -> {
            Answer answer = api.introspect(tokens.sessionId());
            notes.add(answer);
            IntrospectionFacts.hold(answer, Acme.SINGLE_PAGE, USER, WID, "preview");
        });
        IssuedTokens rotated = report.step("Every refresh returns a new refresh token (JSON)", notes -> {
            Answer answer = client.sending(Encoding.JSON, Authentication.PUBLIC).refresh(tokens.refreshToken());
            notes.add(answer);
            IssuedTokens issued = IssuedTokens.of(answer);
            Fact.of("new session ID", issued.sessionId()).isNot(tokens.sessionId());
            Fact.of("new refresh token", issued.refreshToken()).isNot(tokens.refreshToken());
            return issued;
        });
        report.check("Revoking the refresh token also ends the session ID", notes -> {
            Answer answer = client.revoke(rotated.refreshToken());
            notes.add(answer);
            Fact.of("status", answer.status()).is(200);
            Fact.of("the session ID is accepted", api.accepts(rotated.sessionId()))
                    .is(false);
            Answer refusal = client.refresh(rotated.refreshToken());
            notes.add("refresh: " + refusal);
            RefusalFacts.hold(refusal, 400, "invalid_grant");
        });
    }

    private static Map<String, String> withState(Pkce pkce) {
        Map<String, String> parameters = new HashMap<>(pkce.parameters());
        parameters.put("state", STATE);
        return parameters;
    }
}
