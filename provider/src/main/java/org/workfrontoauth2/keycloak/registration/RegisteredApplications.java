package org.workfrontoauth2.keycloak.registration;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.workfrontoauth2.contract.registration.RegisteredPatch;
import org.workfrontoauth2.keycloak.storage.RegisteredApplicationEntity;

/**
 * The registered applications of a realm. Every request reads the database, so a change on one node takes effect
 * immediately on all nodes.
 */
public final class RegisteredApplications {

    private final EntityManager entities;
    private final RealmModel realm;

    public RegisteredApplications(KeycloakSession session, RealmModel realm) {
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.realm = realm;
    }

    /**
     * How an application is used.
     *
     * @param clients how many clients were registered with it and are there now
     * @param lastRegistrationAt when the newest of these was registered
     */
    public record Use(long clients, Optional<Instant> lastRegistrationAt) {

        public static final Use NONE = new Use(0, Optional.empty());
    }

    /** The application of this ID; empty when this realm has none. */
    public Optional<RegisteredApplicationEntity> find(String id) {
        return ofRealm(entities.find(RegisteredApplicationEntity.class, id));
    }

    /**
     * The same, as it is stored now; nobody else changes it until this request is done. Empty as well when somebody has deleted
     * it since this request first read it.
     */
    public Optional<RegisteredApplicationEntity> lock(String id) {
        // Only a query finds nothing where there was something, and only what is not in memory is read again.
        find(id).ifPresent(entities::detach);
        return entities.createQuery(
                        "select a from RegisteredApplicationEntity a where a.id = :id and a.realmId = :realm",
                        RegisteredApplicationEntity.class)
                .setParameter("id", id)
                .setParameter("realm", realm.getId())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    private Optional<RegisteredApplicationEntity> ofRealm(@Nullable RegisteredApplicationEntity found) {
        return Optional.ofNullable(found).filter(entity -> entity.realmId().equals(realm.getId()));
    }

    /** Some of the realm's applications, oldest first. */
    public List<RegisteredApplicationEntity> page(int first, int max) {
        return entities.createQuery(
                        "select a from RegisteredApplicationEntity a where a.realmId = :realm order by a.createdAt, a.id",
                        RegisteredApplicationEntity.class)
                .setParameter("realm", realm.getId())
                .setFirstResult(first)
                .setMaxResults(max)
                .getResultList();
    }

    /** How many the realm has. */
    public long count() {
        return entities.createQuery(
                        "select count(a) from RegisteredApplicationEntity a where a.realmId = :realm", Long.class)
                .setParameter("realm", realm.getId())
                .getSingleResult();
    }

    /** A new one. */
    public RegisteredApplicationEntity create(RegisteredPatch fields, String createdBy) {
        String id = UUID.randomUUID().toString();
        return create(id, UUID.randomUUID().toString(), fields, Registration.now(), createdBy);
    }

    RegisteredApplicationEntity create(
            String id, String statementId, RegisteredPatch fields, Instant createdAt, @Nullable String createdBy) {
        RegisteredApplicationEntity entity =
                new RegisteredApplicationEntity(id, realm.getId(), statementId, createdAt, createdBy);
        entity.write(fields);
        entities.persist(entity);
        entities.flush();
        return entity;
    }

    /** Whether some realm has one of this ID. */
    boolean isTaken(String id) {
        return entities.createQuery("select count(a) from RegisteredApplicationEntity a where a.id = :id", Long.class)
                        .setParameter("id", id)
                        .getSingleResult()
                > 0;
    }

    /** Deletes one that this request has locked; the database deletes its clients. */
    public void remove(RegisteredApplicationEntity application) {
        entities.remove(application);
        entities.flush();
    }

    /** How these are used; in one query, for counting many clients takes a while. */
    public Map<String, Use> uses(List<String> ids) {
        Map<String, Use> uses = new HashMap<>();
        ids.forEach(id -> uses.put(id, Use.NONE));
        if (!ids.isEmpty()) {
            entities.createQuery(
                            "select c.applicationId, count(c), max(c.createdAt) from RegisteredClientEntity c"
                                    + " where c.applicationId in :ids group by c.applicationId",
                            Object[].class)
                    .setParameter("ids", ids)
                    .getResultStream()
                    .forEach(row -> uses.put(
                            (String) row[0], new Use((Long) row[1], Optional.of(Instant.ofEpochMilli((Long) row[2])))));
        }
        return uses;
    }
}
