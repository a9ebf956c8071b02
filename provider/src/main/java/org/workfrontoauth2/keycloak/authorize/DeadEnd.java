package org.workfrontoauth2.keycloak.authorize;

import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.ErrorPage;
import org.keycloak.services.messages.Messages;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.workfrontoauth2.keycloak.call.RequestEvent;

/** Why a login ends on the error page instead of at the application (contract, section 3). */
public enum DeadEnd {
    /** What the user was asked is nothing to an ordinary client, which it has become in the meantime. */
    NO_APPLICATION(Errors.CLIENT_NOT_FOUND, Messages.CLIENT_NOT_FOUND, Messages.CLIENT_NOT_FOUND),

    /** It was removed while the user was asked. */
    REDIRECT_URL_REMOVED(
            Errors.INVALID_REDIRECT_URI,
            Messages.INVALID_PARAMETER,
            Messages.INVALID_PARAMETER,
            OAuth2Constants.REDIRECT_URI),

    /**
     * One of Keycloak's other pages began it, such as "Forgot password": without challenge, state and host, and perhaps
     * without the consent page.
     */
    BEGUN_ELSEWHERE(
            Errors.NOT_ALLOWED,
            Messages.INVALID_REQUEST,
            "The login of an OAuth2 application must begin at the application's authorization endpoint."),

    /** RFC 8252, 8.6. */
    NOT_ASKED(
            Errors.CONSENT_DENIED,
            Messages.INVALID_REQUEST,
            "The redirect URL leads to the user's own device, and the user was not asked for consent in this login."),

    /** Contract, section 6. */
    LOGGED_OUT(
            Errors.EXPIRED_CODE, Messages.EXPIRED_CODE, "The login began before an administrator logged the user out.");

    private final String error;
    private final String message;
    private final String reason;
    private final Object[] parameters;

    DeadEnd(String error, String message, String reason, Object... parameters) {
        this.error = error;
        this.message = message;
        this.reason = reason;
        this.parameters = parameters;
    }

    /**
     * The error page, status 400. Whoever has logged in was recorded already; that it led nowhere, is recorded here.
     *
     * @param login empty when it is gone
     */
    public Response page(KeycloakSession session, ClientModel client, @Nullable AuthenticationSessionModel login) {
        EventBuilder event =
                RequestEvent.of(session, EventType.LOGIN).client(client).detail(Details.REASON, reason);
        if (login != null && login.getAuthenticatedUser() != null) {
            event.user(login.getAuthenticatedUser());
        }
        event.error(error);
        return ErrorPage.error(session, null, Response.Status.BAD_REQUEST, message, parameters);
    }
}
