package org.workfrontoauth2.keycloak.application;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.workfrontoauth2.contract.Setting;

/** The OAuth2 applications of a realm, found among any number of other clients. */
public final class Applications {

    private final KeycloakSession session;
    private final RealmModel realm;

    public Applications(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** Those that are enabled, with settings that can be read. */
    public List<Application> enabled() {
        return all().filter(ClientModel::isEnabled)
                .map(Application::of)
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * All clients that are meant to be applications. Keycloak's own search by attributes is closed unless the server opens
     * it, and listing all clients would take longer with every client of the realm.
     */
    public Stream<ClientModel> all() {
        return session
                .getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .createQuery(
                        "select a.client.id from ClientAttributeEntity a"
                                + " where a.name = :name and a.client.realmId = :realm order by a.client.clientId",
                        String.class)
                .setParameter("name", Setting.TYPE.key())
                .setParameter("realm", realm.getId())
                .getResultList()
                .stream()
                .map(realm::getClientById)
                .filter(client -> !Kind.isOrdinary(client));
    }
}
