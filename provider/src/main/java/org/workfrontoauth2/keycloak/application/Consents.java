package org.workfrontoauth2.keycloak.application;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;

/**
 * The consents of users to a client. They are for what the client was at that time. If it becomes an application, or an
 * application of another type, the users are asked again (contract, section 3).
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
