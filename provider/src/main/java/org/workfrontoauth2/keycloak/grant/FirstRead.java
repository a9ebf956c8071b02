package org.workfrontoauth2.keycloak.grant;

import jakarta.persistence.EntityManager;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.workfrontoauth2.keycloak.application.Application;
import org.workfrontoauth2.keycloak.credential.PublicKeys;
import org.workfrontoauth2.keycloak.credential.Secrets;
import org.workfrontoauth2.keycloak.storage.GrantEntity;
import org.workfrontoauth2.keycloak.storage.PublicKeyEntity;
import org.workfrontoauth2.keycloak.storage.SecretEntity;

/**
 * What the database has about an application and the grant of a request, read in one statement before anything is
 * decided. No row is locked. Whoever changes a row says which version was read ({@link Grants#rotateIfCurrent}).
 *
 * @param secrets the application's secrets
 * @param keys of a machine to machine application: its public keys
 * @param machineGrants of a machine to machine application: the grants that exchanges share, oldest first
 */
public record FirstRead(List<SecretEntity> secrets, List<PublicKeyEntity> keys, List<GrantEntity> machineGrants) {

    private static final String KEY = FirstRead.class.getName();

    /** The application's record comes along, where {@code Places} finds it afterwards; and so does the grant. */
    private static final String OF_GRANT = "select p, s, g from ApplicationEntity p"
            + " left join SecretEntity s on s.clientId = p.clientId"
            + " left join GrantEntity g on g.id = :grant"
            + " where p.clientId = :client order by s.createdAt, s.id";

    private static final String OF_MACHINE = "select p, s, k, g from ApplicationEntity p"
            + " left join SecretEntity s on s.clientId = p.clientId"
            + " left join PublicKeyEntity k on k.clientId = p.clientId"
            + " left join GrantEntity g on g.clientId = p.clientId and g.userId = k.userId and g.machine = true"
            + " where p.clientId = :client order by s.createdAt, s.id, k.addedAt, k.id, g.consentedAt, g.id";

    /** Reads for this request to this application, about this grant or none. */
    public static void enter(KeycloakSession session, Application application, Optional<UUID> grant) {
        EntityManager entities =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
        var query = application.type().hasRedirectUrls()
                ? entities.createQuery(OF_GRANT, Object[].class)
                        .setParameter("grant", grant.map(UUID::toString).orElse(""))
                : entities.createQuery(OF_MACHINE, Object[].class);
        ClientModel client = application.client();
        List<Object[]> rows = query.setParameter("client", client.getId()).getResultList();
        session.setAttribute(
                KEY + client.getId(),
                new FirstRead(all(SecretEntity.class, rows), all(PublicKeyEntity.class, rows), machineGrants(rows)));
    }

    /** What this request has read of this client; where it has not, that is made up for. */
    public static FirstRead of(KeycloakSession session, ClientModel client) {
        FirstRead read = session.getAttribute(KEY + client.getId(), FirstRead.class);
        return read != null
                ? read
                : new FirstRead(new Secrets(session).of(client), new PublicKeys(session).of(client), List.of());
    }

    private static List<GrantEntity> machineGrants(List<Object[]> rows) {
        return all(GrantEntity.class, rows).stream()
                .filter(GrantEntity::machine)
                .toList();
    }

    /** Every row of one kind once, in the order of the query. */
    private static <T> List<T> all(Class<T> kind, List<Object[]> rows) {
        Set<T> found = new LinkedHashSet<>();
        for (@Nullable Object[] row : rows) {
            Stream.of(row).filter(kind::isInstance).map(kind::cast).forEach(found::add);
        }
        return List.copyOf(found);
    }
}
