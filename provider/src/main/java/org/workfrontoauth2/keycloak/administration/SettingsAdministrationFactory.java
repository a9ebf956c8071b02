package org.workfrontoauth2.keycloak.administration;

import com.google.auto.service.AutoService;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProviderFactory;

/** Mounts {@link SettingsResource} on {@code /admin/realms/{realm}/oauth2-applications-settings}. */
@AutoService(AdminRealmResourceProviderFactory.class)
public final class SettingsAdministrationFactory implements AdministrationFactory {

    @Override
    public Object resource(Administration administration) {
        return new SettingsResource(administration);
    }

    @Override
    public String getId() {
        return "oauth2-applications-settings";
    }
}
