package org.workfrontoauth2.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Application;
import org.workfrontoauth2.walkthrough.Callback;
import org.workfrontoauth2.walkthrough.Loopback;
import org.workfrontoauth2.walkthrough.Organisation;
import org.workfrontoauth2.walkthrough.WorkfrontClient;

/** One library in one mode: where everything is, and what has worked so far. */
final class Trial {

    /** A refresh token that nobody issued. */
    static final String STRANGER = "1nobodyhasissuedthisrefreshtoken";

    private final Demo demo;
    private final Mode mode;
    private final Demo.Client client;
    private final List<String> passed = new ArrayList<>();

    Trial(Demo demo, Mode mode, Demo.Client client) {
        this.demo = demo;
        this.mode = mode;
        this.client = client;
    }

    boolean isStandard() {
        return mode == Mode.STANDARD;
    }

    String clientId() {
        return client.id();
    }

    String secret() {
        return client.secret();
    }

    String redirectUrl() {
        return Demo.REDIRECT_URL;
    }

    String issuer() {
        return demo.issuer();
    }

    String authorizeUrl() {
        return demo.url() + "/integrations/oauth2/authorize";
    }

    String tokenUrl() {
        return demo.url() + "/integrations/oauth2/api/v1/token";
    }

    String introspectionUrl() {
        return demo.url() + "/protocol/openid-connect/token/introspect";
    }

    String revocationUrl() {
        return demo.url() + "/protocol/openid-connect/revoke";
    }

    /** Has alice log in and allow the application there. Returns the address that the browser was sent to. */
    String visit(String address) {
        return demo.alice().allow(address);
    }

    /** What our own client gets for a user of this application, for libraries that begin there. */
    Answer tokens() {
        WorkfrontClient ours = new WorkfrontClient(
                new Loopback(demo.keycloak().port()),
                new Organisation(demo.url(), demo.url()),
                new Application(client.id(), client.secret(), redirectUrl()));
        return ours.exchange(new Callback(visit(ours.authorizeUrl(Map.of()))).code());
    }

    void passed(String step) {
        passed(step, true);
    }

    /** @param held whether the step did what it should */
    void passed(String step, boolean held) {
        assertThat(held).as(step).isTrue();
        passed.add(step);
    }

    /** What the library says about a refresh token that nobody issued. */
    void error(String said) {
        assertThat(said).as("error").isEqualTo("invalid_grant");
        passed.add("error");
    }

    String steps() {
        return String.join(", ", passed);
    }
}
