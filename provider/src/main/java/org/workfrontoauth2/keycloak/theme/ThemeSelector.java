package org.workfrontoauth2.keycloak.theme;

import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.theme.DefaultThemeSelectorProvider;
import org.keycloak.theme.Theme;
import org.workfrontoauth2.keycloak.application.Application;

/** Our own themes where nobody chose one, and Keycloak's choice everywhere else. */
final class ThemeSelector extends DefaultThemeSelectorProvider {

    private static final String WORKFRONT = "workfront";

    private final KeycloakSession session;

    ThemeSelector(KeycloakSession session) {
        super(session);
        this.session = session;
    }

    @Override
    public String getThemeName(Theme.Type type) {
        String name = super.getThemeName(type);
        return type == Theme.Type.LOGIN && isForAnApplication() && !isLoginThemeChosen(name) ? WORKFRONT : name;
    }

    private boolean isForAnApplication() {
        return Application.isMeant(session.getContext().getClient());
    }

    /** By the client, the realm or the server; Keycloak's default is a choice too, where somebody wrote it down. */
    private boolean isLoginThemeChosen(String name) {
        ClientModel client = session.getContext().getClient();
        return isWritten(client.getAttribute(LOGIN_THEME_KEY))
                || isWritten(client.getRealm().getLoginTheme())
                || isWritten(Config.scope("theme").get("default"))
                || !name.equals(DEFAULT_V2);
    }

    private static boolean isWritten(@Nullable String name) {
        return name != null && !name.isEmpty();
    }
}
