package org.workfrontoauth2.keycloak.theme;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.theme.DefaultThemeSelectorProvider;
import org.keycloak.theme.Theme;
import org.workfrontoauth2.keycloak.application.Kind;

/**
 * Uses our themes if Keycloak would use its own by default. A realm, a client or a server that has chosen a theme keeps
 * it.
 */
final class ContractThemes extends DefaultThemeSelectorProvider {

    private static final Logger LOG = Logger.getLogger(ContractThemes.class);

    /** Once for each start of the server: every page asks. */
    private static final AtomicBoolean WARNED = new AtomicBoolean();

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
        if (ours && !stock.equals(DEFAULT_V2)) {
            warnOnce(stock);
        }
        return ours && stock.equals(DEFAULT_V2) ? OURS : stock;
    }

    /** Otherwise an administrator would look for our pages and find nothing, not even a reason. */
    private static void warnOnce(String stock) {
        if (WARNED.compareAndSet(false, true)) {
            LOG.warnf(
                    "Keycloak's theme here is %s. The pages of OAuth2 applications are made for %s and are not shown",
                    stock, DEFAULT_V2);
        }
    }

    private static boolean isChosen(@Nullable String option) {
        return option != null && !option.isEmpty();
    }
}
