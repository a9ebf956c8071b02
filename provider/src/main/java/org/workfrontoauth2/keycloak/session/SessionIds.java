package org.workfrontoauth2.keycloak.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.workfrontoauth2.contract.RefreshToken;
import org.workfrontoauth2.contract.SealKey;
import org.workfrontoauth2.contract.SessionId;
import org.workfrontoauth2.contract.Sighting;
import org.workfrontoauth2.contract.TokenAnswer;
import org.workfrontoauth2.keycloak.application.Application;
import org.workfrontoauth2.keycloak.grant.Endings;
import org.workfrontoauth2.keycloak.grant.GrantEnds;
import org.workfrontoauth2.keycloak.grant.GrantLogins;
import org.workfrontoauth2.keycloak.grant.Grants;
import org.workfrontoauth2.keycloak.realm.RealmKeys;
import org.workfrontoauth2.keycloak.storage.GrantEntity;

/** Issues session IDs and refresh tokens of grants, and reads them. They are not stored. */
public final class SessionIds {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final RealmKeys keys;

    public SessionIds(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.keys = new RealmKeys(session, realm);
    }

    /** A session ID that is good now. */
    public record Live(SessionId sessionId, GrantEntity grant, Application application, UserModel user) {

        /** When it ends: never later than its grant, whose policy may have been tightened since. */
        Instant expiresAt() {
            return grant.endsAt(application.settings().refresh())
                    .filter(sessionId.expiresAt()::isAfter)
                    .orElse(sessionId.expiresAt());
        }
    }

    /** A refresh token that is good now. */
    public record Refreshable(
            RefreshToken token, GrantEntity grant, Application application, UserModel user, Optional<Instant> end) {}

    /** A new session ID for this grant, and its current refresh token. */
    public TokenAnswer issue(GrantEntity grant, Application application, UserModel user, Instant now) {
        Instant end = now.plus(application.settings().sessionLife());
        Instant capped = grantEnd(grant, application, now).filter(end::isAfter).orElse(end);
        Optional<Instant> loggedInUntil = new Login(session, realm).until(grant.loginId());
        SealKey key = keys.active();
        SessionId sessionId = new SessionId(grant.id(), grant.epoch(), now, capped, loggedInUntil);
        RefreshToken refreshToken =
                new RefreshToken(grant.id(), grant.rotation().generation());
        return new TokenAnswer(
                sessionId.seal(key),
                refreshToken.seal(key),
                Math.max(0, Duration.between(now, capped).toSeconds()),
                Users.wid(session, realm, user));
    }

    private static Optional<Instant> grantEnd(GrantEntity grant, Application application, Instant now) {
        return grant.machine()
                ? Optional.of(now.plus(GrantEnds.LONGEST_MACHINE_SESSION))
                : grant.endsAt(application.settings().refresh());
    }

    /** The session ID behind this text, whether it is still good or not; empty when this realm did not issue it. */
    public Optional<SessionId> open(String text) {
        return SessionId.isPlausible(text) ? opened(text, key -> SessionId.open(text, key)) : Optional.empty();
    }

    /** The refresh token behind this text, whether it is still good or not; empty when this realm did not issue it. */
    public Optional<RefreshToken> openRefreshToken(String text) {
        return RefreshToken.isPlausible(text) ? opened(text, key -> RefreshToken.open(text, key)) : Optional.empty();
    }

    /** A request that asks about a token twice opens it once. */
    @SuppressWarnings("unchecked")
    private <T> Optional<T> opened(String text, Function<SealKey, Optional<T>> open) {
        String attribute = SessionIds.class.getName() + '.' + realm.getId() + '.' + text;
        Object known = session.getAttribute(attribute);
        if (known == null) {
            known = keys.enabled().stream().map(open).flatMap(Optional::stream).findFirst();
            session.setAttribute(attribute, known);
        }
        return (Optional<T>) known;
    }

    /** The session ID behind this text, if it is good now. */
    public Optional<Live> live(String text) {
        Instant now = Grants.now();
        return open(text)
                .filter(sessionId -> now.isBefore(sessionId.expiresAt()))
                .flatMap(sessionId -> new Grants(session)
                        .find(sessionId.grant())
                        .filter(grant -> grant.epoch() == sessionId.epoch())
                        .filter(grant -> !loginHasEnded(sessionId, grant, now))
                        .flatMap(grant -> live(sessionId, grant, now)));
    }

    /**
     * Whether the login has ended. What is certain is written down: later it could no longer be told from a login that ran
     * out of time. A login that cannot be found is looked for once more, a minute later or more, before that is certain.
     */
    private boolean loginHasEnded(SessionId sessionId, GrantEntity grant, Instant now) {
        String login = grant.loginId();
        if (login == null) {
            return false;
        }
        Sighting sighting = new Login(session, realm).sight(sessionId, login, grant.loginMissedAt(), now);
        GrantLogins logins = new GrantLogins(session);
        switch (sighting) {
            case ENDED -> logins.loginEnded(realm.getId(), login);
            case MISSING -> logins.loginMissed(login, now);
            case FOUND_AGAIN -> logins.loginFound(login);
            case GOES_ON -> {}
            default -> throw new IllegalStateException(sighting.name());
        }
        return sighting.refuses();
    }

    private Optional<Live> live(SessionId sessionId, GrantEntity grant, Instant now) {
        return Application.of(realm.getClientById(grant.clientId()))
                .filter(application -> new Endings(session, realm)
                        .refusal(grant, application, sessionId.issuedAt(), now)
                        .isEmpty())
                .flatMap(application -> Optional.ofNullable(session.users().getUserById(realm, grant.userId()))
                        .map(user -> new Live(sessionId, grant, application, user)));
    }

    /** The refresh token behind this text, if a refresh with it would succeed now. */
    public Optional<Refreshable> refreshable(String text) {
        Instant now = Grants.now();
        return openRefreshToken(text).flatMap(token -> new Grants(session)
                .find(token.grant())
                .filter(grant -> grant.rotation().generation() == token.generation())
                .flatMap(grant -> refreshable(token, grant, now)));
    }

    private Optional<Refreshable> refreshable(RefreshToken token, GrantEntity grant, Instant now) {
        return Application.of(realm.getClientById(grant.clientId()))
                .filter(application -> new Endings(session, realm)
                        .refusal(grant, application, grant.consentedAt(), now)
                        .isEmpty())
                .flatMap(application -> Optional.ofNullable(session.users().getUserById(realm, grant.userId()))
                        .map(user -> new Refreshable(
                                token,
                                grant,
                                application,
                                user,
                                grant.endsAt(application.settings().refresh()))));
    }
}
