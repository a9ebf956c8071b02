package org.workfrontoauth2.keycloak.application;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.authenticators.client.ClientIdAndSecretAuthenticator;
import org.keycloak.models.ClientModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.representations.idm.ClientRepresentation;
import org.workfrontoauth2.contract.ApplicationType;

/** The defaults for the client of an application. They depend on its type, and replace Keycloak's defaults. */
public final class ApplicationDefaults {

    private ApplicationDefaults() {}

    /**
     * Fills in what was not sent; what was sent stays, so that it can be refused. Whether there is a service account stays
     * open: switching it off deletes a user.
     */
    static void fillIn(ClientRepresentation sent, ApplicationType type) {
        if (isLeftOut(sent.getProtocol())) {
            sent.setProtocol(OIDCLoginProtocol.LOGIN_PROTOCOL);
        }
        if (sent.isPublicClient() == null) {
            sent.setPublicClient(!type.hasSecret());
        }
        if (sent.isBearerOnly() == null) {
            sent.setBearerOnly(false);
        }
        if (sent.isStandardFlowEnabled() == null) {
            sent.setStandardFlowEnabled(type.hasRedirectUrls());
        }
        if (sent.isImplicitFlowEnabled() == null) {
            sent.setImplicitFlowEnabled(false);
        }
        if (sent.isDirectAccessGrantsEnabled() == null) {
            sent.setDirectAccessGrantsEnabled(false);
        }
        if (isLeftOut(sent.getClientAuthenticatorType())) {
            sent.setClientAuthenticatorType(ClientIdAndSecretAuthenticator.PROVIDER_ID);
        }
    }

    /** Terraform sends an empty text for whatever its configuration does not say. */
    private static boolean isLeftOut(@Nullable String text) {
        return text == null || text.isEmpty();
    }

    /** The same where the client was no application so far: it does not keep the right to all roles of its users. */
    static void fillInTurned(ClientRepresentation sent, ApplicationType type) {
        fillIn(sent, type);
        if (sent.isFullScopeAllowed() == null) {
            sent.setFullScopeAllowed(false);
        }
    }

    /** The same, if there is no client yet. */
    public static void fillInNew(ClientRepresentation sent, ApplicationType type) {
        fillInTurned(sent, type);
        if (sent.getDefaultClientScopes() == null) {
            sent.setDefaultClientScopes(List.of());
        }
        if (sent.getOptionalClientScopes() == null) {
            sent.setOptionalClientScopes(List.of());
        }
    }

    /** Sets right what our own API does not let anybody choose; for clients that broke rules while nobody held them. */
    public static void setRight(ClientModel client, ApplicationType type) {
        client.setProtocol(OIDCLoginProtocol.LOGIN_PROTOCOL);
        client.setPublicClient(!type.hasSecret());
        client.setBearerOnly(false);
        client.setStandardFlowEnabled(type.hasRedirectUrls());
        client.setImplicitFlowEnabled(false);
        client.setDirectAccessGrantsEnabled(false);
        client.setClientAuthenticatorType(ClientIdAndSecretAuthenticator.PROVIDER_ID);
    }
}
