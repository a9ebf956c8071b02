package org.workfrontoauth2.keycloak.theme;

import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.theme.DefaultThemeSelectorProvider;
import org.keycloak.theme.Theme;

/**
 * Our themes, where Keycloak would take its own by default: a realm, a client or a server that has chosen a theme keeps
 * it.
 */
final class ContractThemes extends DefaultThemeSelectorProvider {

    private static final String OURS = "workfront";

    ContractThemes(KeycloakSession session) {
        super(session);
    }

    @Override
    public String getDefaultThemeName(Theme.Type type) {
        String stock = super.getDefaultThemeName(type);
        if (isChosen(Config.scope("theme").get("default"))) {
            return stock;
        }
        return switch (type) {
            case ADMIN -> admin(stock);
            default -> stock;
        };
    }

    /** With the page for OAuth2 applications; it stands in the second version of the console only. */
    private static String admin(String stock) {
        return stock.equals(DEFAULT_V2) ? OURS : stock;
    }

    private static boolean isChosen(@Nullable String option) {
        return option != null && !option.isEmpty();
    }
}
