package org.workfrontoauth2.keycloak.theme;

import com.google.auto.service.AutoService;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.forms.login.LoginFormsProviderFactory;
import org.keycloak.forms.login.freemarker.FreeMarkerLoginFormsProviderFactory;
import org.keycloak.models.KeycloakSession;

/** Replaces Keycloak's own login pages with {@link LoginPages}. */
@AutoService(LoginFormsProviderFactory.class)
public final class LoginPagesFactory extends FreeMarkerLoginFormsProviderFactory {

    @Override
    public LoginFormsProvider create(KeycloakSession session) {
        return new LoginPages(session);
    }

    @Override
    public int order() {
        return super.order() + 100;
    }
}
