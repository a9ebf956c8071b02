package org.workfrontoauth2.keycloak.mount;

import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.AuthDetails;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RealmProvider;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.workfrontoauth2.keycloak.realm.ServedRealms;

/**
 * Gives a realm the hosts of its name when an administrator of the server creates or renames it. Nobody else can give
 * hosts to a realm, neither its own administrators nor somebody who may only create realms.
 */
public final class NamedRealms implements EventListenerProvider {

    private static final Logger LOG = Logger.getLogger(NamedRealms.class);

    private final KeycloakSession session;

    public NamedRealms(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(Event event) {
        // Users neither create nor rename realms.
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        if (event.getResourceType() != ResourceType.REALM) {
            return;
        }
        target(event).ifPresent(realm -> {
            String before = nameBefore(realm);
            if (realm.getName().equals(before)) {
                return;
            }
            Domains domains = new Domains(session);
            if (isOfAServerAdministrator(event.getAuthDetails())) {
                domains.give(realm);
            } else if (event.getOperationType() == OperationType.UPDATE
                    && ServedRealms.include(realm)
                    && !domains.isOwnName(realm)) {
                LOG.warnf(
                        "Realm %s was renamed to %s by somebody who may not give hosts away, so it is served on its path"
                                + " only. For the hosts of the new name, an administrator of the server must rename it"
                                + " away and back.",
                        before, realm.getName());
            }
        });
    }

    /** Keycloak records the creation of a realm in the realm of whoever created it. */
    private Optional<RealmModel> target(AdminEvent event) {
        if (event.getOperationType() == OperationType.CREATE) {
            String path = event.getResourcePath();
            return Optional.ofNullable(path == null ? null : session.realms().getRealmByName(path));
        }
        return event.getOperationType() == OperationType.UPDATE
                ? Optional.ofNullable(session.realms().getRealm(event.getRealmId()))
                : Optional.empty();
    }

    /** What other transactions see is the realm as it was before this request. */
    private String nameBefore(RealmModel realm) {
        return KeycloakModelUtils.runJobInTransactionWithResult(session.getKeycloakSessionFactory(), now -> {
            RealmModel stored = now.getProvider(RealmProvider.class).getRealm(realm.getId());
            return stored == null ? "" : stored.getName();
        });
    }

    private boolean isOfAServerAdministrator(@Nullable AuthDetails who) {
        RealmModel server = session.realms().getRealmByName(Config.getAdminRealm());
        if (who == null || server == null || !server.getId().equals(who.getRealmId())) {
            return false;
        }
        RoleModel role = server.getRole(AdminRoles.ADMIN);
        UserModel user = session.users().getUserById(server, who.getUserId());
        ClientModel client = server.getClientById(who.getClientId());
        return role != null && user != null && client != null && user.hasRole(role) && client.hasScope(role);
    }

    @Override
    public void close() {}
}
