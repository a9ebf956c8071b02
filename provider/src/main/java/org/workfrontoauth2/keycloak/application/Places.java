package org.workfrontoauth2.keycloak.application;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.keycloak.common.util.Time;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.jpa.entities.RealmEntity;
import org.workfrontoauth2.contract.ApplicationSettings;
import org.workfrontoauth2.contract.Setting;
import org.workfrontoauth2.keycloak.credential.Credentials;
import org.workfrontoauth2.keycloak.storage.ApplicationEntity;

/**
 * The limit of applications in a realm, by default ten at a time (contract, section 2). The realm's row is locked while
 * an application is created, so that simultaneous creations on any nodes see each other.
 */
public final class Places {

    private static final int DEFAULT_LIMIT = 10;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");

    private final EntityManager entities;
    private final Credentials credentials;

    public Places(KeycloakSession session) {
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.credentials = new Credentials(session);
    }

    /** How many applications the realm may have; none when the setting cannot be read. */
    public static int limit(RealmModel realm) {
        String setting = realm.getAttribute(Setting.APPLICATION_LIMIT.key());
        if (setting == null || setting.isBlank()) {
            return DEFAULT_LIMIT;
        }
        return NUMBER.matcher(setting.strip()).matches() ? Integer.parseInt(setting.strip()) : 0;
    }

    /** The place this application has taken. */
    public Optional<ApplicationEntity> of(ClientModel client) {
        return Optional.ofNullable(entities.find(ApplicationEntity.class, client.getId()));
    }

    /** The place of this application; nobody else changes the application through our API until this request is done. */
    public Optional<ApplicationEntity> lock(ClientModel client) {
        return Optional.ofNullable(
                entities.find(ApplicationEntity.class, client.getId(), LockModeType.PESSIMISTIC_WRITE));
    }

    /** Whether the client is still stored: who has waited for a place may find it given up, and the client deleted. */
    public boolean isThere(ClientModel client) {
        return entities.createQuery("select count(c) from ClientEntity c where c.id = :client", Long.class)
                        .setParameter("client", client.getId())
                        .getSingleResult()
                > 0;
    }

    /** How often this application was changed through our API, as the database has it; zero where it has no place. */
    public long revision(ClientModel client) {
        return entities.createQuery("select p.revision from ApplicationEntity p where p.clientId = :client", Long.class)
                .setParameter("client", client.getId())
                .getResultStream()
                .findFirst()
                .orElse(0L);
    }

    /** This application is being changed through our API. */
    public void changed(ClientModel client) {
        entities.createQuery("update ApplicationEntity p set p.revision = p.revision + 1 where p.clientId = :client")
                .setParameter("client", client.getId())
                .executeUpdate();
    }

    /** Nobody takes a place in the realm or changes its settings through our API until this request is done. */
    public void lock(RealmModel realm) {
        entities.find(RealmEntity.class, realm.getId(), LockModeType.PESSIMISTIC_WRITE);
    }

    /** Takes a place for this application, if it has none yet. Whether there was one left. */
    public boolean take(RealmModel realm, ClientModel client) {
        if (of(client).isPresent()) {
            return true;
        }
        entities.flush();
        lock(realm);
        Set<Integer> taken = new HashSet<>(taken(realm));
        int limit = limit(realm);
        if (taken.size() >= limit) {
            return false;
        }
        int free = IntStream.range(0, limit + taken.size())
                .filter(place -> !taken.contains(place))
                .findFirst()
                .orElseThrow();
        ApplicationEntity place = new ApplicationEntity(client.getId(), realm.getId(), free, Time.currentTimeMillis());
        ApplicationSettings.read(client::getAttribute).ifPresent(place::keep);
        entities.persist(place);
        entities.flush();
        return true;
    }

    /** This application breaks rules: its grants end, its credentials are of use again when it keeps them. */
    void leave(ClientModel client) {
        of(client).ifPresent(place -> {
            entities.remove(place);
            endGrants(client);
        });
    }

    /** The client is no longer an application. If it becomes one again, what it had does not come back. */
    public void forget(ClientModel client) {
        of(client).ifPresent(this::forget);
    }

    private void forget(ApplicationEntity place) {
        entities.remove(place);
        endGrants(place.clientId());
        credentials.forget(place.clientId());
    }

    /** Clients that stopped being applications while nobody looked give up their places. */
    void leaveAllBut(RealmModel realm, List<ClientModel> applications) {
        Set<String> kept = applications.stream().map(ClientModel::getId).collect(Collectors.toSet());
        entities.createQuery("select p from ApplicationEntity p where p.realmId = :realm", ApplicationEntity.class)
                .setParameter("realm", realm.getId())
                .getResultStream()
                .filter(place -> !kept.contains(place.clientId()))
                .toList()
                .forEach(this::forget);
        entities.flush();
    }

    /** The application was disabled. What it had stops working, and does not come back when it is enabled again. */
    void endGrants(ClientModel client) {
        endGrants(client.getId());
    }

    private void endGrants(String clientId) {
        entities.createQuery("delete from GrantEntity g where g.clientId = :client")
                .setParameter("client", clientId)
                .executeUpdate();
    }

    private List<Integer> taken(RealmModel realm) {
        return entities.createQuery("select p.place from ApplicationEntity p where p.realmId = :realm", Integer.class)
                .setParameter("realm", realm.getId())
                .getResultList();
    }
}
