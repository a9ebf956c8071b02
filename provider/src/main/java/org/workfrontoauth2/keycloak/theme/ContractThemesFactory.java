package org.workfrontoauth2.keycloak.theme;

import com.google.auto.service.AutoService;
import org.keycloak.models.KeycloakSession;
import org.keycloak.theme.DefaultThemeSelectorProviderFactory;
import org.keycloak.theme.ThemeSelectorProvider;
import org.keycloak.theme.ThemeSelectorProviderFactory;

/** Replaces Keycloak's own theme selector with {@link ContractThemes}. */
@AutoService(ThemeSelectorProviderFactory.class)
public final class ContractThemesFactory extends DefaultThemeSelectorProviderFactory {

    @Override
    public ThemeSelectorProvider create(KeycloakSession session) {
        return new ContractThemes(session);
    }

    @Override
    public int order() {
        return super.order() + 100;
    }
}
