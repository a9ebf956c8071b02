package org.workfrontoauth2.keycloak.theme;

import com.google.auto.service.AutoService;
import org.keycloak.models.KeycloakSession;
import org.keycloak.theme.DefaultThemeSelectorProviderFactory;
import org.keycloak.theme.ThemeSelectorProvider;
import org.keycloak.theme.ThemeSelectorProviderFactory;

/** Puts {@link ContractThemes} in the place of Keycloak's own. */
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
