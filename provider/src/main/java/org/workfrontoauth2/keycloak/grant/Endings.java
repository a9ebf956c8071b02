package org.workfrontoauth2.keycloak.grant;

import java.time.Instant;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.workfrontoauth2.contract.Refusal;
import org.workfrontoauth2.keycloak.application.Application;
import org.workfrontoauth2.keycloak.application.PublicKeys;

/**
 * What has ended stays ended (contract, section 6; decision 0015): a grant that is refused because its user or application
 * is disabled, its consent was withdrawn or its time is up is gone from then on, whoever disabled them in whatever way, and
 * whoever enables them again. Only a user store that does not answer ends nothing.
 */
public final class Endings {

    private final KeycloakSession session;
    private final RealmModel realm;

    public Endings(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** What {@link Liveness} says; what it refuses for good is gone, also when the request is answered with a refusal. */
    public Optional<Refusal> refusal(GrantEntity grant, Application application, Instant issuedAt, Instant now) {
        Optional<Refusal> refusal = new Liveness(session, realm).refusal(grant, application, issuedAt, now);
        refusal.ifPresent(reason -> end(grant, reason));
        return refusal;
    }

    private void end(GrantEntity grant, Refusal reason) {
        Grants grants = new Grants(session);
        switch (reason) {
            case DISABLED_CLIENT -> grants.endOfApplication(grant.clientId());
            case INVALID_USER -> ofUser(grant.userId());
            case CONSENT_WITHDRAWN, EXPIRED_REFRESH_TOKEN -> grants.end(grant);
            default -> {
                // Another realm's, another type's, or older than not-before: the token is wrong, or the sweep comes.
            }
        }
    }

    /** Ends what this user has, if the user's store says that the user is disabled or gone. */
    public void ofUser(String userId) {
        ofUser(userId, new Owners(session, realm).of(userId).standing());
    }

    /** The same, where the store has said so already. */
    void ofUser(String userId, Owners.Standing standing) {
        switch (standing) {
            case DISABLED -> new Grants(session).endOfUser(realm.getId(), userId);
            case GONE -> {
                new Grants(session).endOfUser(realm.getId(), userId);
                // Whoever is stored under this ID later is somebody else.
                new PublicKeys(session).removeOf(userId);
            }
            case ENABLED, UNKNOWN -> {}
            default -> throw new IllegalStateException(standing.name());
        }
    }

    /** Ends what this application has, if it is disabled. */
    public void of(Application application) {
        if (!application.client().isEnabled()) {
            new Grants(session).endOfApplication(application.client().getId());
        }
    }
}
