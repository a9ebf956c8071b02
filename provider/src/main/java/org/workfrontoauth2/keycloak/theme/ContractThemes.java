package org.workfrontoauth2.keycloak.theme;

import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.theme.DefaultThemeSelectorProvider;
import org.keycloak.theme.Theme;
import org.workfrontoauth2.keycloak.application.Kind;

/**
 * Our themes, where Keycloak would take its own by default: a realm, a client or a server that has chosen a theme keeps
 * it.
 */
final class ContractThemes extends DefaultThemeSelectorProvider {

    private static final String OURS = "workfront";

    private final KeycloakSession session;

    ContractThemes(KeycloakSession session) {
        super(session);
        this.session = session;
    }

    @Override
    public String getDefaultThemeName(Theme.Type type) {
        String stock = super.getDefaultThemeName(type);
        if (isChosen(Config.scope("theme").get("default"))) {
            return stock;
        }
        boolean ours =
                switch (type) {
                    // With the page for OAuth2 applications.
                    case ADMIN -> true;
                    case LOGIN -> !Kind.isOrdinary(session.getContext().getClient());
                    default -> false;
                };
        // Our themes extend the second version of Keycloak's.
        return ours && stock.equals(DEFAULT_V2) ? OURS : stock;
    }

    private static boolean isChosen(@Nullable String option) {
        return option != null && !option.isEmpty();
    }
}
