package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Application;
import org.workfrontoauth2.walkthrough.Browser;
import org.workfrontoauth2.walkthrough.Callback;
import org.workfrontoauth2.walkthrough.ConsentPage;
import org.workfrontoauth2.walkthrough.LoginPage;
import org.workfrontoauth2.walkthrough.Page;
import org.workfrontoauth2.walkthrough.Pkce;
import org.workfrontoauth2.walkthrough.ResourceServer;
import org.workfrontoauth2.walkthrough.WorkfrontClient;

/** A user of a realm, in front of a new browser, and the applications' servers. */
public final class Person {

    private final OwnRealm realm;
    private final String name;

    public Person(OwnRealm realm, String name) {
        this.realm = realm;
        this.name = name;
    }

    /** Logs in, allows the application unless that was done before, and lets it redeem the code. */
    public Tokens allow(Application application) {
        Pkce pkce = Pkce.fresh();
        String address = client(application).authorizeUrl(application.secret() == null ? pkce.parameters() : Map.of());
        Page page = new LoginPage(new Browser(realm.server()).open(address)).logIn(name, name);
        Callback callback = page.left().isPresent()
                ? page.callback()
                : new ConsentPage(page).allow().callback();
        Answer answer = application.secret() == null
                ? client(application).exchange(callback.code(), pkce)
                : client(application).exchange(callback.code());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return new Tokens(answer.member("access_token"), answer.member("refresh_token"));
    }

    /** Whether the user is asked, in a new browser, when the application wants something. */
    public boolean isAskedBy(Application application) {
        String address = client(application).authorizeUrl(Map.of());
        return new LoginPage(new Browser(realm.server()).open(address))
                .logIn(name, name)
                .left()
                .isEmpty();
    }

    public Answer refresh(Application application, Tokens tokens) {
        return client(application).refresh(tokens.refreshToken());
    }

    /** Whether a resource server would accept it. */
    public boolean alive(Tokens tokens) {
        return new ResourceServer(realm.server(), realm.organisation()).accepts(tokens.sessionId());
    }

    private WorkfrontClient client(Application application) {
        return new WorkfrontClient(realm.server(), realm.organisation(), application);
    }

    public record Tokens(String sessionId, String refreshToken) {}
}
