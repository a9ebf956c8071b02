package org.workfrontoauth2.keycloak.registration;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.workfrontoauth2.contract.Digest;
import org.workfrontoauth2.contract.registration.ClientSearch;
import org.workfrontoauth2.contract.registration.DeviceInfo;
import org.workfrontoauth2.contract.registration.RegisteredApplication;
import org.workfrontoauth2.keycloak.credential.Secrets;
import org.workfrontoauth2.keycloak.storage.RegisteredApplicationEntity;
import org.workfrontoauth2.keycloak.storage.RegisteredClientEntity;

/**
 * The clients that devices have registered, in a table of this extension. There may be millions. They are not Keycloak
 * clients.
 */
public final class RegisteredClients {

    private static final String FOUND = " and (c.id like :ids escape '" + ClientSearch.ESCAPE
            + "' or lower(c.device) like lower(:values) escape '" + ClientSearch.ESCAPE
            + "' or lower(c.device) like lower(:words) escape '" + ClientSearch.ESCAPE + "')";

    private final EntityManager entities;

    public RegisteredClients(KeycloakSession session) {
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    /** A client that was registered just now, with its secret, which is not stored. */
    record New(RegisteredClientEntity client, String secret) {

        @Override
        public String toString() {
            return "New " + client.id();
        }
    }

    /** A client and its application, both as they are now. */
    record Found(RegisteredClientEntity client, RegisteredApplication application) {}

    /**
     * Registers a client.
     *
     * @throws org.keycloak.models.ModelException when the application has been deleted meanwhile, as Keycloak words what the
     *     database says
     */
    New register(RegisteredApplication application, Optional<String> redirectUri, DeviceInfo device, Instant now) {
        String secret = Secrets.generate();
        RegisteredClientEntity client = new RegisteredClientEntity(
                UUID.randomUUID().toString(), application.id(), Digest.sha256Hex(secret), redirectUri, device, now);
        entities.persist(client);
        entities.flush();
        return new New(client, secret);
    }

    /** The client of this ID in this realm; in one query, for it is asked for with every use. */
    Optional<Found> find(RealmModel realm, String clientId) {
        return entities.createQuery(
                        "select c, a from RegisteredClientEntity c, RegisteredApplicationEntity a"
                                + " where c.id = :client and a.id = c.applicationId and a.realmId = :realm",
                        Object[].class)
                .setParameter("client", clientId)
                .setParameter("realm", realm.getId())
                .getResultStream()
                .findFirst()
                .map(row -> new Found(
                        (RegisteredClientEntity) row[0], ((RegisteredApplicationEntity) row[1]).application()));
    }

    /** One of this application's. */
    public Optional<RegisteredClientEntity> find(RegisteredApplication application, String clientId) {
        return Optional.ofNullable(entities.find(RegisteredClientEntity.class, clientId))
                .filter(client -> client.applicationId().equals(application.id()));
    }

    /** Some of this application's that are looked for, oldest first. */
    public List<RegisteredClientEntity> page(
            RegisteredApplication application, ClientSearch search, int first, int max) {
        return found("select c", " order by c.createdAt, c.id", RegisteredClientEntity.class, application, search)
                .setFirstResult(first)
                .setMaxResults(max)
                .getResultList();
    }

    /** How many of this application's are looked for. A search reads all of this application's clients, and no other's. */
    public long count(RegisteredApplication application, ClientSearch search) {
        return found("select count(c)", "", Long.class, application, search).getSingleResult();
    }

    private <T> TypedQuery<T> found(
            String select, String order, Class<T> type, RegisteredApplication application, ClientSearch search) {
        String all = select + " from RegisteredClientEntity c where c.applicationId = :application";
        TypedQuery<T> query = entities.createQuery(all + (search.isEverything() ? "" : FOUND) + order, type)
                .setParameter("application", application.id());
        return search.isEverything()
                ? query
                : query.setParameter("ids", search.clientIds())
                        .setParameter("values", search.beginningsOfValues())
                        .setParameter("words", search.beginningsOfWords());
    }

    /** Deletes a client of this application, whose access tokens stop working immediately. Returns whether one was found. */
    public boolean remove(RegisteredApplication application, String clientId) {
        return entities.createQuery("delete from RegisteredClientEntity c"
                                + " where c.id = :client and c.applicationId = :application")
                        .setParameter("client", clientId)
                        .setParameter("application", application.id())
                        .executeUpdate()
                == 1;
    }

    /** Deletes all of this application's. */
    public void removeAll(RegisteredApplication application) {
        entities.createQuery("delete from RegisteredClientEntity c where c.applicationId = :application")
                .setParameter("application", application.id())
                .executeUpdate();
    }

    /** Deletes some that nobody has used since then. How many. */
    int removeUnused(RealmModel realm, Instant since, int most) {
        List<String> ids = entities.createQuery(
                        "select c.id from RegisteredClientEntity c, RegisteredApplicationEntity a"
                                + " where a.id = c.applicationId and a.realmId = :realm and c.lastUsedAt < :since",
                        String.class)
                .setParameter("realm", realm.getId())
                .setParameter("since", since.toEpochMilli())
                .setMaxResults(most)
                .getResultList();
        if (!ids.isEmpty()) {
            entities.createQuery("delete from RegisteredClientEntity c where c.id in :ids and c.lastUsedAt < :since")
                    .setParameter("ids", ids)
                    .setParameter("since", since.toEpochMilli())
                    .executeUpdate();
        }
        return ids.size();
    }

    /** Writes down a use, unless one was written down a short time ago. */
    void used(String clientId, Instant now, Instant due) {
        entities.createQuery("update RegisteredClientEntity c set c.lastUsedAt = :now"
                        + " where c.id = :client and (c.lastUsedAt < :due or c.lastUsedAt = c.createdAt)")
                .setParameter("now", now.toEpochMilli())
                .setParameter("client", clientId)
                .setParameter("due", due.toEpochMilli())
                .executeUpdate();
    }
}
