package org.workfrontoauth2.keycloak.application;

import java.util.List;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
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

    /**
     * Those that are enabled. Keycloak's own search by attributes is closed unless the server opens it, and listing all
     * clients would take longer with every client of the realm.
     */
    public List<Application> enabled() {
        return session.getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .createQuery(
                        "select a.client.id from ClientAttributeEntity a"
                                + " where a.name = :name and a.client.realmId = :realm and a.client.enabled = true",
                        String.class)
                .setParameter("name", Setting.TYPE.key())
                .setParameter("realm", realm.getId())
                .getResultStream()
                .map(realm::getClientById)
                .map(Application::of)
                .flatMap(Optional::stream)
                .toList();
    }
}
