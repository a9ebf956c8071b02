package org.workfrontoauth2.keycloak.grant;

import java.time.Instant;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserConsentModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.UserConsentManager;
import org.workfrontoauth2.contract.Account;
import org.workfrontoauth2.contract.NotBefore;
import org.workfrontoauth2.contract.Standing;
import org.workfrontoauth2.keycloak.application.Application;
import org.workfrontoauth2.keycloak.storage.GrantEntity;

/** Gathers what {@link Standing} decides from: the grant's row, the application, and its user as Keycloak knows both. */
final class GrantFacts {

    private static final Standing.User NOBODY = new Standing.User(Account.GONE, new NotBefore(0), Optional.empty());

    private final KeycloakSession session;
    private final RealmModel realm;

    GrantFacts(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** Those of this grant, presented to this application. Users are asked about only where it may matter. */
    Standing of(GrantEntity grant, Application application) {
        ClientModel client = application.client();
        boolean asked =
                grant.realmId().equals(realm.getId()) && grant.clientId().equals(client.getId());
        return new Standing(
                new Standing.Grant(asked, grant.machine(), grant.redeemed(), grant.consentedAt(), grant.lastActiveAt()),
                new Standing.Client(
                        client.isEnabled(),
                        application.type(),
                        application.settings().refresh()),
                asked && client.isEnabled() ? user(grant, client) : NOBODY);
    }

    private Standing.User user(GrantEntity grant, ClientModel client) {
        Owners.Owner owner = new Owners(session, realm).of(grant.userId());
        if (owner.account() != Account.ENABLED) {
            return new Standing.User(owner.account(), new NotBefore(0), Optional.empty());
        }
        UserModel user = owner.user().orElseThrow();
        return new Standing.User(
                owner.account(), notBefore(client, user), grant.machine() ? Optional.empty() : consent(client, user));
    }

    private NotBefore notBefore(ClientModel client, UserModel user) {
        int ofUser = session.users().getNotBeforeOfUser(realm, user);
        return new NotBefore(Math.max(ofUser, Math.max(realm.getNotBefore(), client.getNotBefore())));
    }

    private Optional<Standing.Consent> consent(ClientModel client, UserModel user) {
        UserConsentModel consent = UserConsentManager.getConsentByClient(session, realm, user, client.getId());
        return Optional.ofNullable(consent)
                .map(given -> new Standing.Consent(
                        Optional.ofNullable(given.getCreatedDate()).map(Instant::ofEpochMilli)));
    }
}
