package org.workfrontoauth2.keycloak.grant;

import java.time.Instant;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserConsentModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.UserConsentManager;
import org.workfrontoauth2.contract.ApplicationType;
import org.workfrontoauth2.contract.NotBefore;
import org.workfrontoauth2.contract.Refusal;
import org.workfrontoauth2.keycloak.application.Application;

/**
 * Decides whether a grant still stands (contract, section 6). Both a refresh and every use of a session ID ask, so that
 * whatever an administrator or a user takes back is dead at once, on every node.
 */
public final class Liveness {

    private final KeycloakSession session;
    private final RealmModel realm;

    public Liveness(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /**
     * Why this grant no longer stands.
     *
     * @param issuedAt when the presented token was issued, for not-before
     * @return empty: it stands
     */
    public Optional<Refusal> refusal(GrantEntity grant, Application application, Instant issuedAt, Instant now) {
        if (!grant.realmId().equals(realm.getId())
                || !grant.clientId().equals(application.client().getId())
                || !grant.redeemed()) {
            return Optional.of(Refusal.ENDED_GRANT);
        }
        if (!application.client().isEnabled()) {
            return Optional.of(Refusal.DISABLED_CLIENT);
        }
        Owners.Owner owner = new Owners(session, realm).of(grant.userId());
        if (owner.standing() != Owners.Standing.ENABLED) {
            return Optional.of(Refusal.INVALID_USER);
        }
        UserModel user = owner.user().orElseThrow();
        // What exchanges share goes on with the next one; of a login, nothing does.
        boolean goesOn = grant.machine() && grant.consentedAt().isBefore(issuedAt);
        if (!notBefore(application.client(), user).allows(goesOn ? issuedAt : grant.consentedAt())) {
            return Optional.of(Refusal.ENDED_GRANT);
        }
        if (grant.machine() != (application.type() == ApplicationType.MACHINE_TO_MACHINE)) {
            return Optional.of(Refusal.ENDED_GRANT);
        }
        if (grant.machine()) {
            // The administrator who added the key decided; there is no consent, and there are no refresh tokens.
            return Optional.empty();
        }
        if (!consentStands(grant, application, user)) {
            return Optional.of(Refusal.CONSENT_WITHDRAWN);
        }
        return grant.endsAt(application.settings().refresh())
                .filter(end -> !now.isBefore(end))
                .map(end -> Refusal.EXPIRED_REFRESH_TOKEN);
    }

    private NotBefore notBefore(ClientModel client, UserModel user) {
        int ofUser = session.users().getNotBeforeOfUser(realm, user);
        return new NotBefore(Math.max(ofUser, Math.max(realm.getNotBefore(), client.getNotBefore())));
    }

    /** Consent that was withdrawn and given again does not revive grants from before. */
    private boolean consentStands(GrantEntity grant, Application application, UserModel user) {
        UserConsentModel consent = UserConsentManager.getConsentByClient(
                session, realm, user, application.client().getId());
        return consent != null
                && (consent.getCreatedDate() == null
                        || consent.getCreatedDate() <= grant.consentedAt().toEpochMilli());
    }
}
