package org.workfrontoauth2.keycloak.application;

import java.util.List;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ClientSecretConstants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCConfigAttributes;
import org.workfrontoauth2.contract.ApplicationSettings;
import org.workfrontoauth2.contract.ApplicationType;
import org.workfrontoauth2.keycloak.credential.Credentials;
import org.workfrontoauth2.keycloak.storage.ApplicationEntity;

/** Corrects, with every write, what does not need an administrator's decision. */
final class SettledClient {

    /** What Keycloak keeps of its own secret; a rotated one would still authenticate where this jar is not. */
    private static final List<String> SECRET = List.of(
            ClientSecretConstants.CLIENT_SECRET_CREATION_TIME,
            ClientSecretConstants.CLIENT_SECRET_EXPIRATION,
            ClientSecretConstants.CLIENT_ROTATED_SECRET,
            ClientSecretConstants.CLIENT_ROTATED_SECRET_CREATION_TIME,
            ClientSecretConstants.CLIENT_ROTATED_SECRET_EXPIRATION_TIME);

    private SettledClient() {}

    /** For clients that keep the rules. */
    static void settle(KeycloakSession session, ClientModel client) {
        ApplicationType type =
                ApplicationSettings.read(client::getAttribute).orElseThrow().type();
        withoutScopes(client);
        withoutRoles(client);
        withoutSecret(client);
        consent(client);
        if (client.isStandardFlowEnabled() != type.hasRedirectUrls()) {
            client.setStandardFlowEnabled(type.hasRedirectUrls());
        }
        challenge(session, client, type);
        set(client, OIDCConfigAttributes.EXCLUDE_SESSION_STATE_FROM_AUTH_RESPONSE, "true");
        new Credentials(session).keepThoseOf(type, client);
    }

    /** Keycloak gives new clients the realm's scopes, which mean nothing here (contract, section 3). */
    private static void withoutScopes(ClientModel client) {
        for (boolean byDefault : new boolean[] {true, false}) {
            List.copyOf(client.getClientScopes(byDefault).values()).forEach(client::removeClientScope);
        }
    }

    /** A session ID carries no roles; Keycloak 26.8 warns of the full scope with every token. */
    private static void withoutRoles(ClientModel client) {
        if (client.isFullScopeAllowed()) {
            client.setFullScopeAllowed(false);
        }
    }

    /** Applications do not use Keycloak's client secret. */
    static void withoutSecret(ClientModel client) {
        if (client.getSecret() != null) {
            client.setSecret(null);
        }
        SECRET.stream().filter(name -> client.getAttribute(name) != null).forEach(client::removeAttribute);
    }

    /** Users are asked one thing only. */
    private static void consent(ClientModel client) {
        if (!client.isConsentRequired()) {
            client.setConsentRequired(true);
        }
        if (client.getAttribute(ClientScopeModel.CONSENT_SCREEN_TEXT) == null) {
            client.setConsentScreenText(ApplicationRules.CONSENT);
        }
        if (!client.isDisplayOnConsentScreen()) {
            client.setDisplayOnConsentScreen(true);
        }
    }

    /**
     * A single page application carries Keycloak's own setting too, so that a node without this jar is no weaker. Of
     * one that becomes a web application nobody has demanded it.
     */
    private static void challenge(KeycloakSession session, ClientModel client, ApplicationType type) {
        if (type == ApplicationType.SINGLE_PAGE) {
            set(client, OIDCConfigAttributes.PKCE_CODE_CHALLENGE_METHOD, "S256");
        } else if (was(ApplicationType.SINGLE_PAGE, session, client)) {
            client.removeAttribute(OIDCConfigAttributes.PKCE_CODE_CHALLENGE_METHOD);
        }
    }

    private static boolean was(ApplicationType type, KeycloakSession session, ClientModel client) {
        Optional<ApplicationEntity> place = new Places(session).of(client);
        return place.filter(kept -> kept.wasOf(type)).isPresent();
    }

    private static void set(ClientModel client, String name, String value) {
        if (!value.equals(client.getAttribute(name))) {
            client.setAttribute(name, value);
        }
    }
}
