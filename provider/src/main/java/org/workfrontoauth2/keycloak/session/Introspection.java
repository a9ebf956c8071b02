package org.workfrontoauth2.keycloak.session;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.util.JsonSerialization;
import org.workfrontoauth2.contract.Setting;
import org.workfrontoauth2.keycloak.application.Application;
import org.workfrontoauth2.keycloak.application.Kind;
import org.workfrontoauth2.keycloak.realm.ServedRealms;
import org.workfrontoauth2.keycloak.storage.GrantEntity;

/** Introspection of session IDs and refresh tokens (RFC 7662; contract, section 8). */
final class Introspection {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final SessionIds sessionIds;

    Introspection(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.sessionIds = new SessionIds(session, realm);
    }

    /**
     * Whether the answer is ours: it is about a token of ours, good or not, or an application asks, which is told of nothing
     * else. Everything else is left to Keycloak.
     */
    boolean concerns(String token) {
        return ServedRealms.include(realm)
                && (!Kind.isOrdinary(asker())
                        || sessionIds.open(token).isPresent()
                        || sessionIds.openRefreshToken(token).isPresent());
    }

    /** The answer to who asked about a session ID; a refresh token is not one, and never active here. */
    Response answer(String token, EventBuilder event) {
        if (sessionIds.openRefreshToken(token).isPresent()) {
            event.detail(Details.REASON, "A refresh token, asked about without its token_type_hint");
        }
        return answer(() -> sessionId(token), event);
    }

    /** The answer to who asked with {@code token_type_hint=refresh_token}. */
    Response answerOfRefreshToken(String token, EventBuilder event) {
        return answer(() -> refreshToken(token).or(() -> sessionId(token)), event);
    }

    /** The members, for clients that may ask; nothing but {@code active: false} for others. */
    private Response answer(Supplier<Optional<Found>> asked, EventBuilder event) {
        if (!mayAskOfAll() && Kind.isOrdinary(asker())) {
            return inactive(event, Errors.ACCESS_DENIED, "The client may not introspect session IDs");
        }
        Optional<Found> found = asked.get();
        if (found.isEmpty()) {
            event.error(Errors.INVALID_TOKEN);
            return json(Map.of("active", false));
        }
        if (!mayAskOfAll() && !isAskers(found.get().grant())) {
            return inactive(event, Errors.ACCESS_DENIED, "The token was issued to another application");
        }
        event.user(found.get().user())
                .detail(
                        Details.TOKEN_ISSUED_FOR,
                        found.get().application().client().getClientId());
        event.success();
        return json(members(found.get()));
    }

    /** An application may never, whatever its attributes say: it holds tokens, it does not serve them. */
    private boolean mayAskOfAll() {
        ClientModel asker = asker();
        return asker != null && Kind.isOrdinary(asker) && "true".equals(asker.getAttribute(Setting.INTROSPECT.key()));
    }

    private boolean isAskers(GrantEntity grant) {
        ClientModel asker = asker();
        return asker != null && grant.clientId().equals(asker.getId());
    }

    private @Nullable ClientModel asker() {
        return session.getContext().getClient();
    }

    private static Response inactive(EventBuilder event, String error, String reason) {
        event.detail(Details.REASON, reason).error(error);
        return json(Map.of("active", false));
    }

    /** A token that is good now. */
    private record Found(
            GrantEntity grant,
            Application application,
            UserModel user,
            Optional<Instant> expiresAt,
            Instant issuedAt,
            String type) {}

    private Optional<Found> sessionId(String token) {
        return sessionIds
                .live(token)
                .map(live -> new Found(
                        live.grant(),
                        live.application(),
                        live.user(),
                        Optional.of(live.expiresAt()),
                        live.sessionId().issuedAt(),
                        live.application().settings().dialect().tokenType()));
    }

    private Optional<Found> refreshToken(String token) {
        return sessionIds
                .refreshable(token)
                .map(refreshable -> new Found(
                        refreshable.grant(),
                        refreshable.application(),
                        refreshable.user(),
                        refreshable.end(),
                        refreshable.grant().consentedAt(),
                        "refresh_token"));
    }

    private Map<String, Object> members(Found found) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("active", true);
        members.put("sub", found.user().getId());
        members.put("username", found.user().getUsername());
        members.put("client_id", found.application().client().getClientId());
        members.put("wid", Users.wid(session, realm, found.user()));
        members.put("domain", found.grant().organisation().domain());
        members.put("lane", found.grant().organisation().lane());
        found.expiresAt().map(Instant::getEpochSecond).ifPresent(end -> members.put("exp", end));
        members.put("iat", found.issuedAt().getEpochSecond());
        members.put("token_type", found.type());
        return members;
    }

    private static Response json(Map<String, Object> members) {
        try {
            return Response.ok(JsonSerialization.writeValueAsString(members), MediaType.APPLICATION_JSON_TYPE)
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
