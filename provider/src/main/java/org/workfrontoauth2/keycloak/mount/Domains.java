package org.workfrontoauth2.keycloak.mount;

import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.cache.CachedRealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.workfrontoauth2.keycloak.storage.DomainEntity;

/**
 * The names under which realms were given their hosts. A realm's administrators can change its name, but not its hosts
 * (contract, section 1). So a realm has its hosts only while it has the name under which it was given them. The name is
 * in a table that no API and no import can write.
 */
public final class Domains {

    private static final String KEY = Domains.class.getName();

    private final KeycloakSession session;

    public Domains(KeycloakSession session) {
        this.session = session;
    }

    /** Not before it is needed: most requests need none. */
    private EntityManager entities() {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    /**
     * Whether this realm bears the name under which it was given its hosts. The answer is kept beside the realm in
     * Keycloak's cache, which forgets it on every node when the realm changes.
     */
    @SuppressWarnings("unchecked")
    public boolean isOwnName(RealmModel realm) {
        if (!(realm instanceof CachedRealmModel cached)) {
            return isOwnName(realm, read(realm));
        }
        Map<Object, Object> kept = cached.getCachedWith();
        Object known = kept.get(KEY);
        if (!(known instanceof Optional<?>)) {
            known = read(realm);
            kept.put(KEY, known);
        }
        return isOwnName(realm, (Optional<?>) known);
    }

    private static boolean isOwnName(RealmModel realm, Optional<?> given) {
        return given.filter(realm.getName()::equals).isPresent();
    }

    private Optional<String> read(RealmModel realm) {
        return entities()
                .createQuery("select d.name from DomainEntity d where d.realmId = :realm", String.class)
                .setParameter("realm", realm.getId())
                .getResultStream()
                .findFirst();
    }

    /** Whether some realm was given the hosts of this name, whatever it is called now. */
    boolean isGiven(String name) {
        return entities()
                        .createQuery("select count(d) from DomainEntity d where d.name = :name", Long.class)
                        .setParameter("name", name)
                        .getSingleResult()
                > 0;
    }

    /** The same outside of a request that has a session. */
    static boolean isGiven(KeycloakSessionFactory factory, String name) {
        return KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> new Domains(session).isGiven(name));
    }

    /** Gives the realm the hosts of the name it bears now. A realm that had them and is called otherwise loses them. */
    void give(RealmModel realm) {
        EntityManager entities = entities();
        entities.createQuery("delete from DomainEntity d where d.name = :name and d.realmId <> :realm")
                .setParameter("name", realm.getName())
                .setParameter("realm", realm.getId())
                .executeUpdate();
        DomainEntity present = entities.find(DomainEntity.class, realm.getId());
        if (present == null) {
            entities.persist(new DomainEntity(realm.getId(), realm.getName()));
        } else {
            present.rename(realm.getName());
        }
    }
}
