package org.workfrontoauth2.keycloak.authorize;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.workfrontoauth2.contract.AuthorizationAnswer;
import org.workfrontoauth2.contract.LoginTicket;
import org.workfrontoauth2.contract.Organisation;
import org.workfrontoauth2.keycloak.grant.Grants;
import org.workfrontoauth2.keycloak.mount.Mount;
import org.workfrontoauth2.keycloak.realm.ServedRealms;

/**
 * Remembers the host where a login began until it is complete, perhaps on another host and after another identity
 * provider. Keycloak copies the notes of a login to the client's session. Request parameters cannot write them.
 */
public final class LoginOrigin {

    private static final String DOMAIN = "workfront.domain";
    private static final String LANE = "workfront.lane";
    private static final String ISSUER = "workfront.issuer";
    private static final String STATE = "workfront.state";
    private static final String BEGUN = "workfront.begun";
    private static final String ASKED = "workfront.asked";

    private LoginOrigin() {}

    /** A login begins. */
    public static void remember(KeycloakSession session, AuthenticationSessionModel login) {
        RealmModel realm = login.getRealm();
        if (!ServedRealms.include(realm)) {
            return;
        }
        Optional<Mount> mount = AuthorizeCall.current(session).map(AuthorizeCall::mount);
        Organisation organisation = mount.map(Mount::organisation).orElseGet(() -> Mount.organisation(realm));
        login.setClientNote(DOMAIN, organisation.domain());
        login.setClientNote(LANE, organisation.lane());
        mount.ifPresent(ours -> {
            login.setClientNote(ISSUER, ours.issuer());
            login.setClientNote(BEGUN, String.valueOf(Grants.now().toEpochMilli()));
        });
        // Twice in the login is twice in the cookie that a lost login begins again from, and browsers limit cookies.
        AuthorizeCall.current(session)
                .flatMap(AuthorizeCall::state)
                .filter(LoginOrigin::isChanged)
                .ifPresent(state -> login.setClientNote(STATE, state));
    }

    /** Keycloak drops control characters, and what it takes for escaped ones. */
    private static boolean isChanged(String state) {
        return state.indexOf('%') >= 0 || state.chars().anyMatch(Character::isISOControl);
    }

    /** Whether this login began at our endpoint. */
    public static boolean isOurs(@Nullable AuthenticationSessionModel login) {
        return login != null && login.getClientNote(ISSUER) != null;
    }

    /** When the application's request came; also if the login had to begin again since. */
    static Instant begunAt(AuthenticationSessionModel login) {
        String millis = login.getClientNote(BEGUN);
        return millis == null ? Instant.EPOCH : Instant.ofEpochMilli(Long.parseLong(millis));
    }

    /** The user is shown the consent page. */
    public static void rememberQuestion(AuthenticationSessionModel login) {
        login.setAuthNote(ASKED, "true");
    }

    /** Whether the user has seen the consent page, in this login and not before. */
    static boolean hasAsked(AuthenticationSessionModel login) {
        return login.getAuthNote(ASKED) != null;
    }

    /**
     * Keycloak takes the redirect URL of a lost login out of the address of the page that it was lost on. That may be
     * another of the application's than the one that this login, its consent and its challenge are for.
     */
    static void keepRedirectUrl(AuthenticationSessionModel login) {
        String begunWith = login.getClientNote(OAuth2Constants.REDIRECT_URI);
        if (isOurs(login) && begunWith != null) {
            login.setRedirectUri(begunWith);
        }
    }

    /** What is added to the redirect of this login; empty when it did not come from our endpoint. */
    static Optional<AuthorizationAnswer> answer(AuthenticationSessionModel login) {
        return ticket(login).flatMap(ticket -> organisation(login::getClientNote)
                .map(labels -> new AuthorizationAnswer(labels, Optional.of(ticket.issuer()), ticket.state())));
    }

    /** What the pages of this login carry along; empty when it did not come from our endpoint. */
    static Optional<LoginTicket> ticket(AuthenticationSessionModel login) {
        return Optional.ofNullable(login.getClientNote(ISSUER)).map(issuer -> new LoginTicket(issuer, state(login)));
    }

    /** What is added to the redirect of a login that is gone; empty when it did not come from our endpoint. */
    static Optional<AuthorizationAnswer> answer(KeycloakSession session, LoginTicket ticket) {
        return Mount.ofIssuer(session, ticket.issuer())
                .map(mount ->
                        new AuthorizationAnswer(mount.organisation(), Optional.of(mount.issuer()), ticket.state()));
    }

    /** A state that Keycloak changes is kept beside its own. */
    private static Optional<String> state(AuthenticationSessionModel login) {
        return Optional.ofNullable(login.getClientNote(STATE))
                .or(() -> Optional.ofNullable(login.getClientNote(OAuth2Constants.STATE)));
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
