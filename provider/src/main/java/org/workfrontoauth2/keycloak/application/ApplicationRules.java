package org.workfrontoauth2.keycloak.application;

import java.util.List;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;
import org.workfrontoauth2.contract.ClientRule;
import org.workfrontoauth2.contract.Said;
import org.workfrontoauth2.contract.Sentence;
import org.workfrontoauth2.keycloak.language.BrokenRule;
import org.workfrontoauth2.keycloak.realm.CustomerId;
import org.workfrontoauth2.keycloak.realm.ServedRealms;
import org.workfrontoauth2.keycloak.realm.WidAttribute;

/**
 * Makes sure that every client that is an application follows the contract (section 2), no matter how it is written: in
 * the console, through Keycloak's admin API, its dynamic registration, or an import. A refusal has a sentence that the
 * console shows, and nothing of the write remains.
 */
public final class ApplicationRules implements ProviderEventListener {

    /** One of our messages, in the user's language. */
    public static final String CONSENT = "${workfrontConsent}";

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof ClientModel.ClientUpdatedEvent updated) {
            hold(updated.getKeycloakSession(), updated.getUpdatedClient());
        } else if (event instanceof ClientModel.ClientIdChangeEvent changed) {
            refuseNewClientId(changed);
        } else if (event instanceof RealmModel.RealmRemovedEvent removed) {
            CustomerId.remember(removed.getKeycloakSession(), removed.getRealm());
        } else if (event instanceof RealmModel.RealmPostCreateEvent created) {
            CustomerId.restore(created.getKeycloakSession(), created.getCreatedRealm());
            if (ServedRealms.include(created.getCreatedRealm())) {
                CustomerId.require(created.getCreatedRealm());
                WidAttribute.require(created.getKeycloakSession(), created.getCreatedRealm());
                // Consents that come with a realm were given to the applications that come with it.
                clients(created.getCreatedRealm()).forEach(client -> keep(created.getKeycloakSession(), client));
            }
        }
    }

    private static void refuseNewClientId(ClientModel.ClientIdChangeEvent changed) {
        String clientId = changed.getNewClientId();
        if (clientId != null
                && !clientId.equals(changed.getPreviousClientId())
                && !Kind.isOrdinary(changed.getUpdatedClient())) {
            throw new BrokenRule(changed.getKeycloakSession(), Sentence.CLIENT_ID_FINAL.with());
        }
    }

    /** Holds every client of a realm in which the contract has just been switched on. */
    public static void holdAll(KeycloakSession session, RealmModel realm) {
        clients(realm).forEach(client -> hold(session, client));
    }

    private static List<ClientModel> clients(RealmModel realm) {
        return realm.getClientsStream().toList();
    }

    /**
     * Gives places to the clients of a realm in which the contract was switched on by other means than our own: those that
     * keep the rules, as long as there are places. The others stay refused until somebody saves them, even if they had a
     * place before: while the contract was off, nobody held them to anything.
     */
    static void adopt(KeycloakSession session, RealmModel realm) {
        Places places = new Places(session);
        List<ClientModel> applications = new Applications(session, realm).all().toList();
        places.leaveAllBut(realm, applications);
        for (ClientModel client : applications) {
            boolean isNew = places.of(client).isEmpty();
            if (problem(client).isPresent()) {
                places.leave(client);
                SettledClient.withoutSecret(client);
            } else if (places.take(realm, client)) {
                if (isNew) {
                    new Consents(session).withdraw(client);
                }
                SettledClient.settle(session, client);
                if (!client.isEnabled()) {
                    places.endGrants(client);
                }
            }
        }
    }

    /** Holds this client, if it is meant to be an application; one that was none asks its users anew. */
    public static void hold(KeycloakSession session, ClientModel client) {
        Places places = new Places(session);
        boolean wasNone = !Kind.isOrdinary(client) && places.of(client).isEmpty();
        keep(session, client);
        if (wasNone) {
            new Consents(session).withdraw(client);
        }
    }

    private static void keep(KeycloakSession session, ClientModel client) {
        if (!ServedRealms.include(client.getRealm())) {
            return;
        }
        Places places = new Places(session);
        if (Kind.isOrdinary(client)) {
            places.forget(client);
            return;
        }
        problem(client).ifPresent(said -> {
            throw new BrokenRule(session, said);
        });
        if (!places.take(client.getRealm(), client)) {
            throw BrokenRule.limit(session, Places.limit(client.getRealm()));
        }
        SettledClient.settle(session, client);
        if (!client.isEnabled()) {
            places.endGrants(client);
        }
    }

    /** What the contract forbids. */
    private static Optional<Said> problem(ClientModel client) {
        return ClientRule.problemWhenWritten(FactsOfClient.of(client));
    }
}
