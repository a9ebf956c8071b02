package org.workfrontoauth2.keycloak.administration;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProvider;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProviderFactory;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** Mounts a resource below {@code /admin/realms/{realm}}, under the factory's ID. */
interface AdministrationFactory extends AdminRealmResourceProviderFactory, AdminRealmResourceProvider {

    /** The resource for one request. */
    Object resource(Administration administration);

    @Override
    default AdminRealmResourceProvider create(KeycloakSession session) {
        return this;
    }

    @Override
    default Object getResource(
            KeycloakSession session, RealmModel realm, AdminPermissionEvaluator permissions, AdminEventBuilder event) {
        return resource(new Administration(session, realm, permissions, event));
    }

    @Override
    default void init(Config.Scope config) {}

    @Override
    default void postInit(KeycloakSessionFactory factory) {}

    @Override
    default void close() {}
}
