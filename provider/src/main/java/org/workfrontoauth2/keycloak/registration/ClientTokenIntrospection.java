package org.workfrontoauth2.keycloak.registration;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.util.JsonSerialization;
import org.workfrontoauth2.contract.Refused;
import org.workfrontoauth2.contract.Setting;
import org.workfrontoauth2.contract.registration.ClientTokenAnswer;
import org.workfrontoauth2.contract.registration.RegisteredApplication;
import org.workfrontoauth2.keycloak.application.Kind;

/** Introspection of access tokens of registered clients (RFC 7662; registration, section 3). */
public final class ClientTokenIntrospection {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final ClientTokens tokens;

    public ClientTokenIntrospection(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.tokens = new ClientTokens(session, realm);
    }

    /** Whether this is such a token, good or not, in a realm that has them. */
    public boolean concerns(String token) {
        return Registration.servedIn(realm) && tokens.open(token).isPresent();
    }

    /** The members of a token that is good now, for clients that may ask; nothing but {@code active: false} else. */
    public Response answer(String token, EventBuilder event) {
        if (!mayAsk()) {
            event.detail(Details.REASON, "The client may not introspect access tokens of registered clients")
                    .error(Errors.ACCESS_DENIED);
            return json(Map.of("active", false));
        }
        try {
            ClientTokens.Live live = tokens.live(token);
            event.detail(Details.TOKEN_ISSUED_FOR, live.found().client().id())
                    .detail("software_id", live.found().application().id())
                    .success();
            return json(members(live));
        } catch (Refused refused) {
            event.detail(Details.REASON, refused.description())
                    .error(refused.refusal().event());
            return json(Map.of("active", false));
        }
    }

    /** As for session IDs: resource servers that are not applications. */
    private boolean mayAsk() {
        ClientModel asker = session.getContext().getClient();
        return asker != null && Kind.isOrdinary(asker) && "true".equals(asker.getAttribute(Setting.INTROSPECT.key()));
    }

    private static Map<String, Object> members(ClientTokens.Live live) {
        RegisteredApplication application = live.found().application();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("active", true);
        members.put("client_id", live.found().client().id());
        members.put("scope", String.join(" ", application.scopes()));
        members.put("exp", live.token().expiresAt().getEpochSecond());
        members.put("iat", live.token().issuedAt().getEpochSecond());
        members.put("token_type", ClientTokenAnswer.TYPE);
        members.put("software_id", application.id());
        application.version().ifPresent(version -> members.put("software_version", version));
        members.put("device", live.found().client().device().fields());
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
