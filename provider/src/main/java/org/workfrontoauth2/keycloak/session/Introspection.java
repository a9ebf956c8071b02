package org.workfrontoauth2.keycloak.session;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.util.JsonSerialization;
import org.workfrontoauth2.contract.Dialect;
import org.workfrontoauth2.contract.Setting;
import org.workfrontoauth2.keycloak.application.Application;
import org.workfrontoauth2.keycloak.grant.GrantEntity;

/** Tells resource servers about session IDs and refresh tokens (RFC 7662; contract, section 8). */
final class Introspection {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final SessionIds sessionIds;

    Introspection(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.sessionIds = new SessionIds(session, realm);
    }

    /** Whether this is a token of ours, good or not; others are left to Keycloak. */
    boolean knows(String token) {
        return Application.servedIn(realm)
                && (sessionIds.open(token).isPresent()
                        || sessionIds.openRefreshToken(token).isPresent());
    }

    /** The answer, for clients that may ask; nothing but {@code active: false} for others. */
    Response answer(String token, EventBuilder event) {
        ClientModel resourceServer = session.getContext().getClient();
        if (resourceServer == null || !"true".equals(resourceServer.getAttribute(Setting.INTROSPECT.key()))) {
            event.detail(Details.REASON, "The client may not introspect session IDs");
            event.error(Errors.ACCESS_DENIED);
            return json(Map.of("active", false));
        }
        Optional<Map<String, Object>> members = sessionId(token, event).or(() -> refreshToken(token, event));
        if (members.isEmpty()) {
            event.error(Errors.INVALID_TOKEN);
            return json(Map.of("active", false));
        }
        event.success();
        return json(members.get());
    }

    private Optional<Map<String, Object>> sessionId(String token, EventBuilder event) {
        return sessionIds.live(token).map(live -> {
            Map<String, Object> members = of(live.grant(), live.application(), live.user(), event);
            members.put("exp", live.expiresAt().getEpochSecond());
            members.put("iat", live.sessionId().issuedAt().getEpochSecond());
            members.put("token_type", Dialect.WORKFRONT.tokenType());
            return members;
        });
    }

    private Optional<Map<String, Object>> refreshToken(String token, EventBuilder event) {
        return sessionIds.refreshable(token).map(refreshable -> {
            Map<String, Object> members = of(refreshable.grant(), refreshable.application(), refreshable.user(), event);
            refreshable.end().map(Instant::getEpochSecond).ifPresent(end -> members.put("exp", end));
            members.put("iat", refreshable.grant().consentedAt().getEpochSecond());
            members.put("token_type", "refresh_token");
            return members;
        });
    }

    private Map<String, Object> of(GrantEntity grant, Application application, UserModel user, EventBuilder event) {
        event.user(user).detail(Details.TOKEN_ISSUED_FOR, application.client().getClientId());
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("active", true);
        members.put("sub", user.getId());
        members.put("username", user.getUsername());
        members.put("client_id", application.client().getClientId());
        members.put("wid", Users.wid(session, realm, user));
        members.put("domain", grant.organisation().domain());
        members.put("lane", grant.organisation().lane());
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
