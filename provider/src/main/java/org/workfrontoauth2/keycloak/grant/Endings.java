package org.workfrontoauth2.keycloak.grant;

import java.time.Instant;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.workfrontoauth2.contract.Account;
import org.workfrontoauth2.contract.Refusal;
import org.workfrontoauth2.contract.Standing;
import org.workfrontoauth2.keycloak.application.Application;
import org.workfrontoauth2.keycloak.credential.PublicKeys;
import org.workfrontoauth2.keycloak.storage.GrantEntity;

/**
 * What has ended stays ended (contract, section 6; decision 0015): a grant that is refused because its user or
 * application is disabled, its consent was withdrawn or its time is up is deleted. It does not matter who disabled them
 * or how, or whether they are enabled again. Only a user store that does not respond ends nothing.
 */
public final class Endings {

    private final KeycloakSession session;
    private final RealmModel realm;

    public Endings(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /**
     * What {@link Standing} says of this grant; what has fallen for good is gone, also when the request is answered with a
     * refusal.
     *
     * @param issuedAt when the presented token was issued
     * @return empty: it stands
     */
    public Optional<Refusal> refusal(GrantEntity grant, Application application, Instant issuedAt, Instant now) {
        Optional<Standing.Fallen> fallen =
                new GrantFacts(session, realm).of(grant, application).fallen(issuedAt, now);
        fallen.ifPresent(ended -> end(grant, application, ended.ends()));
        return fallen.map(Standing.Fallen::refusal);
    }

    private void end(GrantEntity grant, Application application, Standing.Ends ends) {
        Grants grants = new Grants(session);
        switch (ends) {
            case ALL_OF_THE_APPLICATION -> new GrantEnds(session).endOfApplication(application.client());
            case ALL_OF_THE_USER -> ofUser(grant.userId());
            case GRANT -> grants.end(grant);
            case NOTHING -> {}
            default -> throw new IllegalStateException(ends.name());
        }
    }

    /** Ends what this user has, if the user's store says that the user is disabled or gone. */
    public void ofUser(String userId) {
        ofUser(userId, new Owners(session, realm).of(userId).account());
    }

    /** The same, where the store has said so already. */
    void ofUser(String userId, Account account) {
        switch (account) {
            case DISABLED -> new GrantEnds(session).endOfUser(realm.getId(), userId);
            case GONE -> {
                new GrantEnds(session).endOfUser(realm.getId(), userId);
                // Whoever is stored under this ID later is somebody else.
                new PublicKeys(session).removeOf(userId);
            }
            case ENABLED, UNKNOWN -> {}
            default -> throw new IllegalStateException(account.name());
        }
    }

    /** Ends what this application has, if it is disabled. */
    public void of(Application application) {
        if (!application.client().isEnabled()) {
            new GrantEnds(session).endOfApplication(application.client());
        }
    }
}
