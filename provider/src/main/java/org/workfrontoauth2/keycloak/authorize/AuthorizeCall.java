package org.workfrontoauth2.keycloak.authorize;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.endpoints.AuthorizationEndpoint;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.workfrontoauth2.contract.AuthorizationAnswer;
import org.workfrontoauth2.contract.Organisation;
import org.workfrontoauth2.contract.Refusal;
import org.workfrontoauth2.keycloak.mount.Mount;

/**
 * What the authorization endpoint of the contract tells the code that runs inside Keycloak's own.
 *
 * @param mount where the request came in
 * @param refusal what is wrong with it, told to the application once its redirect URL has been checked
 */
public record AuthorizeCall(Mount mount, Optional<Refusal> refusal) {

    private static final String KEY = AuthorizeCall.class.getName();
    private static final String DOMAIN = "workfront_domain";
    private static final String LANE = "workfront_lane";
    private static final String ISSUER = "workfront_issuer";

    void enter(KeycloakSession session) {
        session.setAttribute(KEY, this);
    }

    /** The call that this request is part of; empty on Keycloak's own paths. */
    static Optional<AuthorizeCall> current(KeycloakSession session) {
        return Optional.ofNullable(session.getAttribute(KEY, AuthorizeCall.class));
    }

    /** What has to be known when the login is done, perhaps on another host and after another identity provider. */
    static void remember(Organisation organisation, @Nullable String issuer, Map<String, String> parameters) {
        parameters.put(DOMAIN, organisation.domain());
        parameters.put(LANE, organisation.lane());
        if (issuer != null) {
            parameters.put(ISSUER, issuer);
        }
    }

    /** The name under which Keycloak keeps such a parameter in the login's notes. */
    private static String note(String parameter) {
        return AuthorizationEndpoint.LOGIN_SESSION_NOTE_ADDITIONAL_REQ_PARAMS_PREFIX + parameter;
    }

    /** The note of a client's session with the domain its login came through. */
    public static String domainNote() {
        return note(DOMAIN);
    }

    /** The note of a client's session with the lane its login came through. */
    public static String laneNote() {
        return note(LANE);
    }

    /** What is added to the redirect at the end of this login. */
    static AuthorizationAnswer answer(KeycloakSession session, @Nullable AuthenticationSessionModel login) {
        Optional<AuthorizeCall> call = current(session);
        String domain = login == null ? null : login.getClientNote(domainNote());
        String lane = login == null ? null : login.getClientNote(laneNote());
        String issuer = login == null ? null : login.getClientNote(note(ISSUER));
        if (domain != null && lane != null && issuer != null) {
            return new AuthorizationAnswer(new Organisation(domain, lane), issuer);
        }
        Mount mount = call.map(AuthorizeCall::mount).orElseGet(() -> Mount.of(session));
        return new AuthorizationAnswer(mount.organisation(), mount.issuer());
    }
}
