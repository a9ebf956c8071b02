package org.workfrontoauth2.walkthrough;

import java.time.Duration;

/** The machine to machine application: a signed JWT instead of a browser. */
final class MachineApplication implements Chapter {

    private static final Duration THREE_MINUTES = Duration.ofMinutes(3);

    private final Demo demo;
    private final Organisation acme;
    private final WorkfrontClient client;
    private final ResourceServer api;

    MachineApplication(Demo demo) {
        this.demo = demo;
        this.acme = demo.acme("my");
        this.client = new WorkfrontClient(demo.server(), acme, Acme.MACHINE);
        this.api = new ResourceServer(demo.server(), acme);
    }

    @Override
    public String title() {
        return "Machine to machine application " + Acme.MACHINE.clientId() + " at " + acme.contract();
    }

    @Override
    public void walk(Report report) {
        Administrator avery = Administrator.avery(demo);
        String customerId = report.step("Avery looks up the organisation's customer ID", notes -> {
            Answer answer = avery.applications();
            Fact.of("status", answer.status()).is(200);
            notes.add(answer.status() + " " + answer.member("count") + " of " + answer.member("limit")
                    + " applications, customer ID " + answer.member("customerId"));
            return answer.member("customerId");
        });
        Answer pair = report.step("Avery generates a key pair, whose private key is shown only now", notes -> {
            Answer answer = avery.makeKeyPair(Acme.MACHINE);
            notes.add(answer.status() + " kid " + answer.member("kid") + ", for " + answer.member("user"));
            Fact.of("status", answer.status()).is(201);
            return answer;
        });
        String jwt = Assertion.with(pair.member("privateKey")).sign(customerId, pair.member("subject"), THREE_MINUTES);
        String sessionId = report.step("A JWT, signed with it, is exchanged for a session ID", notes -> {
            Answer answer = client.exchangeJwt(jwt);
            notes.add(answer);
            Fact.of("status", answer.status()).is(200);
            Fact.of("members", answer.body().size()).is(4);
            Fact.of("token_type", answer.member("token_type")).is("sessionID");
            Fact.of("wid", answer.member("wid")).is(pair.member("subject"));
            return answer.member("access_token");
        });
        report.check("The session ID opens the API, on behalf of avery", notes -> {
            Answer answer = api.introspect(sessionId);
            notes.add(answer);
            IntrospectionFacts.hold(answer, Acme.MACHINE, "avery", pair.member("subject"), "my");
        });
        report.check("The same JWT works again if it has no jti, for clients that exchange at every call", notes -> {
            Answer answer = client.sending(Encoding.JSON, Authentication.BASIC).exchangeJwt(jwt);
            notes.add(answer);
            Fact.of("status", answer.status()).is(200);
        });
        report.check("A JWT that has expired is refused, and the response says how long ago", notes -> {
            Answer answer = client.exchangeJwt(Assertion.with(pair.member("privateKey"))
                    .sign(customerId, pair.member("subject"), Duration.ofMinutes(-5)));
            notes.add(answer);
            RefusalFacts.hold(answer, 400, "invalid_grant");
        });
        report.check("Avery deletes the key: it stops working immediately", notes -> {
            notes.add(avery.deleteKey(Acme.MACHINE, pair.member("kid")));
            Answer answer = client.exchangeJwt(jwt);
            notes.add(answer);
            RefusalFacts.hold(answer, 400, "invalid_grant");
            Fact.of("session ID is live", api.accepts(sessionId)).is(false);
        });
    }
}
