package org.workfrontoauth2.keycloak.realm;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPAttributePermissions;
import org.keycloak.representations.userprofile.config.UPAttributeSelector;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.representations.userprofile.config.UPConfig.UnmanagedAttributePolicy;
import org.keycloak.userprofile.UserProfileProvider;
import org.workfrontoauth2.contract.WidProtection;

/** The entry of the attribute {@code wid} in a realm's user profile (contract, section 4). */
public final class WidAttribute {

    /** The attribute's name. */
    public static final String NAME = "wid";

    private static final Logger LOG = Logger.getLogger(WidAttribute.class);

    private static final String ADMINISTRATORS = "admin";
    private static final String USERS = "user";

    /** With the profile that was read, in the realm's cache: the answer goes when the profile is written anew. */
    private static final String NOTE = "workfront-wid-counts";

    /** The realms that the log has named, by ID. */
    private static final Set<String> NAMED = ConcurrentHashMap.newKeySet();

    private WidAttribute() {}

    /** Whether the attribute counts in this realm. Every token asks: it costs no statement. */
    public static boolean counts(KeycloakSession session, RealmModel realm) {
        Optional<ComponentModel> profile = realm.getComponentsStream(realm.getId(), UserProfileProvider.class.getName())
                .findFirst();
        Boolean known =
                profile.<Boolean>map(component -> component.getNote(NOTE)).orElse(null);
        if (known != null) {
            return known;
        }
        boolean counts = isProtected(session, realm);
        profile.ifPresent(component -> component.setNote(NOTE, counts));
        warnOnce(realm, counts);
        return counts;
    }

    /** An unreadable profile protects nothing. */
    private static boolean isProtected(KeycloakSession session, RealmModel realm) {
        try {
            return in(realm, session, () -> protection(profiles(session).getConfiguration()))
                    .holds();
        } catch (RuntimeException unreadable) {
            LOG.warnf(unreadable, "The user profile of realm %s cannot be read", realm.getName());
            return false;
        }
    }

    private static void warnOnce(RealmModel realm, boolean counts) {
        if (counts) {
            NAMED.remove(realm.getId());
        } else if (NAMED.add(realm.getId())) {
            LOG.warnf(
                    "The user attribute wid is ignored in realm %s because the user profile lets users write it:"
                            + " give it an entry that only administrators can edit",
                    realm.getName());
        }
    }

    private static WidProtection protection(UPConfig profile) {
        boolean othersOpen = profile.getUnmanagedAttributePolicy() == UnmanagedAttributePolicy.ENABLED;
        UPAttribute entry = profile.getAttribute(NAME);
        if (entry == null) {
            return WidProtection.unlisted(othersOpen);
        }
        return new WidProtection(true, editors(entry.getPermissions()), isAlwaysAsked(entry.getSelector()), othersOpen);
    }

    private static Set<String> editors(@Nullable UPAttributePermissions permissions) {
        return permissions == null || permissions.getEdit() == null ? Set.of() : permissions.getEdit();
    }

    /** To a request without these scopes, Keycloak treats the attribute as one without an entry. */
    private static boolean isAlwaysAsked(@Nullable UPAttributeSelector selector) {
        return selector == null
                || selector.getScopes() == null
                || selector.getScopes().isEmpty();
    }

    /** Adds the entry, for administrators to edit and users to view, unless there is one. Does not change an existing one. */
    public static void require(KeycloakSession session, RealmModel realm) {
        try {
            in(realm, session, () -> {
                UserProfileProvider profiles = profiles(session);
                UPConfig profile = profiles.getConfiguration();
                if (profile.getAttribute(NAME) == null) {
                    profiles.setConfiguration(profile.addOrReplaceAttribute(entry()));
                }
                return profile;
            });
        } catch (RuntimeException unreadable) {
            LOG.warnf(unreadable, "The user profile of realm %s could not be given the attribute wid", realm.getName());
        }
    }

    private static UPAttribute entry() {
        UPAttribute entry = new UPAttribute(
                NAME, new UPAttributePermissions(Set.of(ADMINISTRATORS, USERS), Set.of(ADMINISTRATORS)));
        entry.setDisplayName("Workfront ID");
        entry.addValidation("pattern", Map.of("pattern", "^[0-9a-fA-F]{32}$"));
        return entry;
    }

    private static UserProfileProvider profiles(KeycloakSession session) {
        return Objects.requireNonNull(session.getProvider(UserProfileProvider.class));
    }

    /** Keycloak's profiles are those of the realm that a request is in; an import is in another one, or in none. */
    @SuppressWarnings("NullAway")
    private static <T> T in(RealmModel realm, KeycloakSession session, Supplier<T> work) {
        KeycloakContext context = session.getContext();
        RealmModel before = context.getRealm();
        if (before != null && before.getId().equals(realm.getId())) {
            return work.get();
        }
        context.setRealm(realm);
        try {
            return work.get();
        } finally {
            context.setRealm(before);
        }
    }
}
