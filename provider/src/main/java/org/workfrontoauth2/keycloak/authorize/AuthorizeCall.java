package org.workfrontoauth2.keycloak.authorize;

import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.workfrontoauth2.contract.AuthorizationAnswer;
import org.workfrontoauth2.contract.Refusal;
import org.workfrontoauth2.keycloak.mount.Mount;

/**
 * What the authorization endpoint of the contract tells the code that runs inside Keycloak's own.
 *
 * @param mount where the request came in
 * @param state the application's state, as it was sent
 * @param refusal what is wrong with it, told to the application once its redirect URL has been checked
 */
public record AuthorizeCall(Mount mount, Optional<Refusal> refusal, Optional<String> state) {

    private static final String KEY = AuthorizeCall.class.getName();

    void enter(KeycloakSession session) {
        session.setAttribute(KEY, this);
    }

    /** The call that this request is part of; empty on Keycloak's own paths. */
    static Optional<AuthorizeCall> current(KeycloakSession session) {
        return Optional.ofNullable(session.getAttribute(KEY, AuthorizeCall.class));
    }

    /** What is added to the redirect, where it is answered at once. */
    AuthorizationAnswer answer() {
        return new AuthorizationAnswer(mount.organisation(), Optional.of(mount.issuer()), state);
    }
}
