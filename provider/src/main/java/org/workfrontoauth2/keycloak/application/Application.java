package org.workfrontoauth2.keycloak.application;

import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.workfrontoauth2.contract.ApplicationSettings;
import org.workfrontoauth2.contract.ApplicationType;
import org.workfrontoauth2.contract.RedirectUrls;

/**
 * A Keycloak client that is an OAuth2 application, with settings that can be read (contract, section 2).
 *
 * @param client the client
 * @param settings its settings
 */
public record Application(ClientModel client, ApplicationSettings settings) implements Kind {

    private static final Logger LOG = Logger.getLogger(Application.class);

    /**
     * The application of that client ID; empty when there is none, when its settings contradict the contract, or when it
     * has no place: then it was written while the contract was switched off, and nothing has held it to the rules.
     */
    public static Optional<Application> find(KeycloakSession session, RealmModel realm, String clientId) {
        return of(realm.getClientByClientId(clientId)).filter(application -> application.hasPlace(session));
    }

    /** Whether it has a place, which one without cannot be told from one that nothing has held to the rules. */
    public boolean hasPlace(KeycloakSession session) {
        boolean taken = new Places(session).of(client).isPresent();
        if (!taken) {
            LOG.warnf(
                    "The OAuth2 application %s in realm %s has no place: save it once while the contract is switched on",
                    client.getClientId(), client.getRealm().getName());
        }
        return taken;
    }

    /** This client as an application. Empty if it is not one, or if its settings contradict the contract. */
    public static Optional<Application> of(@Nullable ClientModel client) {
        Kind kind = Kind.of(client);
        if (client != null && kind instanceof Kind.Unreadable unreadable) {
            LOG.warnf(
                    "The OAuth2 application %s in realm %s is refused. %s",
                    client.getClientId(),
                    client.getRealm().getName(),
                    unreadable.why().english());
        }
        return kind instanceof Application application ? Optional.of(application) : Optional.empty();
    }

    public ApplicationType type() {
        return settings.type();
    }

    /** Its redirect URLs. */
    public RedirectUrls redirectUrls() {
        return new RedirectUrls(type(), client.getRedirectUris());
    }
}
