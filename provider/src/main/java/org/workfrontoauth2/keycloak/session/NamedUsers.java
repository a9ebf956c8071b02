package org.workfrontoauth2.keycloak.session;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.UserStorageProvider;
import org.keycloak.storage.UserStorageUtil;
import org.workfrontoauth2.contract.Wid;
import org.workfrontoauth2.keycloak.realm.WidAttribute;

/**
 * The users who have a given {@code wid}: in the attribute, or as an ID that is a UUID (contract, sections 4 and 5). A
 * store that does not respond cannot name its users. But those whose attribute is stored here count, because nobody
 * knows whether they were deleted.
 */
final class NamedUsers {

    private static final Logger LOG = Logger.getLogger(NamedUsers.class);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final String wid;

    NamedUsers(KeycloakSession session, RealmModel realm, String wid) {
        this.session = session;
        this.realm = realm;
        this.wid = wid;
    }

    /** Their IDs. */
    Set<String> ids() {
        Set<String> named = new LinkedHashSet<>();
        if (WidAttribute.counts(session, realm)) {
            named.addAll(hasOtherStores() ? namedAnywhere() : namedHere());
        }
        Wid.uuid(wid)
                .map(id -> session.users().getUserById(realm, id))
                .filter(this::answers)
                .map(UserModel::getId)
                .ifPresent(named::add);
        return named;
    }

    private boolean hasOtherStores() {
        return realm.getComponentsStream(realm.getId(), UserStorageProvider.class.getName())
                .findAny()
                .isPresent();
    }

    /** The attribute counts in any letter case, databases compare it exactly: both usual spellings are looked up. */
    private Set<String> spellings() {
        return Stream.of(wid, capitals()).collect(Collectors.toSet());
    }

    private String capitals() {
        return wid.toUpperCase(Locale.ROOT);
    }

    /** In one statement, of users who are stored here; with a list in it, Hibernate would translate it anew each time. */
    private Set<String> namedHere() {
        return session
                .getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .createQuery(
                        "select a.user.id from UserAttributeEntity a where a.name = :name"
                                + " and (a.value = :wid or a.value = :capitals) and a.user.realmId = :realm",
                        String.class)
                .setParameter("name", WidAttribute.NAME)
                .setParameter("wid", wid)
                .setParameter("capitals", capitals())
                .setParameter("realm", realm.getId())
                .getResultList()
                .stream()
                .distinct()
                .map(id -> session.users().getUserById(realm, id))
                .filter(user -> user != null && answers(user))
                .map(UserModel::getId)
                .collect(Collectors.toSet());
    }

    private Set<String> namedAnywhere() {
        Set<String> named = new HashSet<>();
        for (String spelling : spellings()) {
            try {
                search(spelling).forEach(named::add);
            } catch (RuntimeException e) {
                LOG.warnf(e, "A user store of realm %s cannot be reached", realm.getName());
                named.addAll(namedHere());
                UserStorageUtil.userFederatedStorage(session)
                        .getUsersByUserAttributeStream(realm, WidAttribute.NAME, spelling)
                        .forEach(named::add);
            }
        }
        return named;
    }

    private Stream<String> search(String spelling) {
        return session.users()
                .searchForUserByUserAttributeStream(realm, WidAttribute.NAME, spelling)
                .filter(this::answers)
                .map(UserModel::getId);
    }

    private boolean answers(UserModel user) {
        return Users.wid(session, realm, user).equals(wid);
    }
}
