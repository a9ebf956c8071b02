package org.workfrontoauth2.keycloak.application;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;

/**
 * What users have allowed a client. They allowed it what it was at that time: whoever becomes an application, or one of
 * another type, asks them anew (contract, section 3).
 */
public final class Consents {

    private static final List<String> OF_CLIENT = List.of(
            "select c.user.id from UserConsentEntity c where c.clientId = :client",
            "select c.userId from FederatedUserConsentEntity c where c.clientId = :client");

    private final KeycloakSession session;

    public Consents(KeycloakSession session) {
        this.session = session;
    }

    /** Withdraws all of them: through Keycloak, which keeps some in its cache. */
    public void withdraw(ClientModel client) {
        EntityManager entities =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
        Stream<String> users = OF_CLIENT.stream()
                .flatMap(
                        query -> entities
                                .createQuery(query, String.class)
                                .setParameter("client", client.getId())
                                .getResultList()
                                .stream());
        users.distinct().toList().forEach(user -> session.users()
                .revokeConsentForClient(client.getRealm(), user, client.getId()));
    }
}
