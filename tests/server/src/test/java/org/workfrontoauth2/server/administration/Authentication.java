package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;

import org.workfrontoauth2.server.harness.Applications;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Application;
import org.workfrontoauth2.walkthrough.WorkfrontClient;

/** What an application's credentials are worth at the token endpoint. */
final class Authentication {

    private final OwnRealm realm;

    Authentication(OwnRealm realm) {
        this.realm = realm;
    }

    /** Whether this secret gets past the client's authentication, with a refresh token that nobody issued. */
    boolean succeeds(String clientId, String secret) {
        Application application = new Application(clientId, secret, Applications.REDIRECT_URL);
        Answer answer =
                new WorkfrontClient(realm.server(), realm.organisation(), application).refresh("no refresh token");
        boolean refused = answer.member("type").equals("invalid_client");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(refused ? 401 : 400);
        return !refused;
    }
}
