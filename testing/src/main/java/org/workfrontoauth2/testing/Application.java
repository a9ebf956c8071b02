package org.workfrontoauth2.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An OAuth2 application.
 *
 * @param secret the client secret; null for a single page application
 * @param redirectUrls at least one, except for a machine to machine application, which has none
 * @param settings attributes of the client, such as {@code workfront.rotate}. Others have their defaults
 */
public record Application(
        ApplicationType type,
        String clientId,
        @Nullable String secret,
        List<String> redirectUrls,
        Map<String, String> settings) {

    /** The settings of {@code docs/settings.md} that a test can change. */
    static final Set<String> SETTINGS = Set.of(
            "workfront.rotate",
            "workfront.grace.seconds",
            "workfront.standard.responses",
            "client.offline.session.max.lifespan",
            "client.offline.session.idle.timeout",
            "access.token.lifespan");

    /** @throws InvalidSetup if an application cannot have these values */
    public Application {
        Name.check("client ID", clientId);
        if (type.hasSecret() != (secret != null)) {
            throw new InvalidSetup(
                    "The application " + clientId + (type.hasSecret() ? " needs a secret." : " cannot have a secret."));
        }
        if (secret != null && secret.isBlank()) {
            throw new InvalidSetup("The secret of the application " + clientId + " is empty.");
        }
        if (type.hasRedirectUrls() == redirectUrls.isEmpty()) {
            throw new InvalidSetup("The application " + clientId
                    + (type.hasRedirectUrls() ? " needs a redirect URL." : " cannot have redirect URLs."));
        }
        for (String setting : settings.keySet()) {
            if (!SETTINGS.contains(setting)) {
                throw new InvalidSetup("The application " + clientId + " cannot have the setting " + setting + ".");
            }
        }
        redirectUrls = List.copyOf(redirectUrls);
        settings = Map.copyOf(settings);
    }

    /** The first redirect URL, to which a user's browser is sent with the code. */
    public String redirectUrl() {
        if (redirectUrls.isEmpty()) {
            throw new IllegalStateException("The application " + clientId + " has no redirect URL.");
        }
        return redirectUrls.get(0);
    }

    Application with(String setting, String value) {
        Map<String, String> more = new LinkedHashMap<>(settings);
        more.put(setting, value);
        return new Application(type, clientId, secret, redirectUrls, more);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return type.text() + " application " + clientId;
    }
}
