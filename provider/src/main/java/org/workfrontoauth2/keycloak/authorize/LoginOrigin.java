package org.workfrontoauth2.keycloak.authorize;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.workfrontoauth2.contract.AuthorizationAnswer;
import org.workfrontoauth2.contract.Organisation;
import org.workfrontoauth2.keycloak.application.Application;
import org.workfrontoauth2.keycloak.mount.Mount;

/**
 * Remembers which host a login came through until it is done, perhaps on another host and after another identity
 * provider; Keycloak passes the notes of a login on to the client's session. No parameter of a request can write them.
 */
public final class LoginOrigin {

    private static final String DOMAIN = "workfront.domain";
    private static final String LANE = "workfront.lane";
    private static final String ISSUER = "workfront.issuer";
    private static final String STATE = "workfront.state";

    private LoginOrigin() {}

    /** A login begins. */
    public static void remember(KeycloakSession session, AuthenticationSessionModel login) {
        RealmModel realm = login.getRealm();
        if (!Application.servedIn(realm)) {
            return;
        }
        Optional<Mount> mount = AuthorizeCall.current(session).map(AuthorizeCall::mount);
        Organisation organisation = mount.map(Mount::organisation).orElseGet(() -> Mount.organisation(realm));
        login.setClientNote(DOMAIN, organisation.domain());
        login.setClientNote(LANE, organisation.lane());
        mount.ifPresent(ours -> login.setClientNote(ISSUER, ours.issuer()));
        AuthorizeCall.current(session)
                .flatMap(AuthorizeCall::state)
                .ifPresent(state -> login.setClientNote(STATE, state));
    }

    /** Whether this login began at our endpoint. */
    static boolean isOurs(@Nullable AuthenticationSessionModel login) {
        return login != null && login.getClientNote(ISSUER) != null;
    }

    /** What is added to the redirect of this login; empty when it did not come from our endpoint. */
    static Optional<AuthorizationAnswer> answer(@Nullable AuthenticationSessionModel login) {
        if (login == null) {
            return Optional.empty();
        }
        String issuer = login.getClientNote(ISSUER);
        return issuer == null
                ? Optional.empty()
                : organisation(login::getClientNote)
                        .map(labels -> new AuthorizationAnswer(
                                labels, issuer, Optional.ofNullable(login.getClientNote(STATE))));
    }

    /**
     * The host that a client's session came through. Logins without an authorization request came through the host of the
     * first request that asks, and keep it.
     */
    public static Organisation of(RealmModel realm, AuthenticatedClientSessionModel clientSession) {
        return organisation(clientSession::getNote).orElseGet(() -> {
            Organisation present = Mount.organisation(realm);
            clientSession.setNote(DOMAIN, present.domain());
            clientSession.setNote(LANE, present.lane());
            return present;
        });
    }

    private static Optional<Organisation> organisation(Function<String, @Nullable String> notes) {
        String domain = notes.apply(DOMAIN);
        String lane = notes.apply(LANE);
        return domain == null || lane == null ? Optional.empty() : Optional.of(new Organisation(domain, lane));
    }
}
