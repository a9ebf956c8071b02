package org.workfrontoauth2.keycloak.application;

import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.workfrontoauth2.contract.Setting;

/**
 * Whose pages may read Keycloak's own answers: the web origins of clients that are not applications. Asked in one
 * statement, because anybody can send a preflight request and a realm may have thousands of clients.
 */
public final class WebOrigins {

    private static final String ORDINARY = "select 1 from ClientEntity c join c.webOrigins o"
            + " where c.realmId = :realm and c.enabled = true"
            + " and not exists (select 1 from ClientAttributeEntity a where a.client = c and a.name = :type)"
            + " and (o = :origin or o = '*' or o = '+' and (locate(:origin, c.rootUrl) = 1"
            + " or exists (select 1 from ClientEntity d join d.redirectUris r where d = c and locate(:origin, r) = 1)))";

    private final KeycloakSession session;
    private final RealmModel realm;

    public WebOrigins(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** Whether an enabled client that is no application lets pages of this origin read answers. */
    public boolean ofOrdinaryClient(String origin) {
        return !session.getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .createQuery(ORDINARY, Integer.class)
                .setParameter("realm", realm.getId())
                .setParameter("type", Setting.TYPE.key())
                .setParameter("origin", origin)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }
}
