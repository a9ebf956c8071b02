package org.workfrontoauth2.server.harness;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** The events that a realm recorded. */
public final class Events {

    static final List<String> RECORDED = List.of(
            "LOGIN",
            "LOGIN_ERROR",
            "LOGOUT",
            "LOGOUT_ERROR",
            "CODE_TO_TOKEN",
            "CODE_TO_TOKEN_ERROR",
            "REFRESH_TOKEN",
            "REFRESH_TOKEN_ERROR",
            "CLIENT_LOGIN",
            "CLIENT_LOGIN_ERROR",
            "INTROSPECT_TOKEN",
            "INTROSPECT_TOKEN_ERROR",
            "USER_INFO_REQUEST_ERROR",
            "GRANT_CONSENT",
            "GRANT_CONSENT_ERROR",
            "UPDATE_CONSENT",
            "REVOKE_GRANT",
            "REVOKE_GRANT_ERROR",
            "TOKEN_EXCHANGE_ERROR",
            "OAUTH2_DEVICE_AUTH_ERROR",
            "OAUTH2_DEVICE_CODE_TO_TOKEN_ERROR",
            "AUTHREQID_TO_TOKEN_ERROR",
            "PUSHED_AUTHORIZATION_REQUEST_ERROR",
            "PERMISSION_TOKEN_ERROR",
            "JWT_AUTHORIZATION_GRANT_ERROR",
            "OAUTH2_EXTENSION_GRANT_ERROR",
            "VERIFIABLE_CREDENTIAL_PRE_AUTHORIZED_GRANT_ERROR",
            "CLIENT_REGISTER",
            "CLIENT_REGISTER_ERROR",
            "CLIENT_INFO_ERROR",
            "CLIENT_UPDATE_ERROR",
            "CLIENT_DELETE_ERROR",
            "IDENTITY_PROVIDER_LOGIN",
            "IDENTITY_PROVIDER_FIRST_LOGIN");

    private final Admin admin;
    private final String path;

    Events(Admin admin, String realm) {
        this.admin = admin;
        this.path = realm + "/events";
    }

    /** Forgets what was recorded. */
    public void clear() {
        Secrecy.ofTheRun().look(path, admin.get(path + "?max=1000").toString());
        admin.delete(path);
    }

    /** Newest first. */
    public List<Event> all() {
        return StreamSupport.stream(admin.get(path + "?max=200").spliterator(), false)
                .map(Events::read)
                .toList();
    }

    public List<Event> errors() {
        return all().stream().filter(event -> event.error() != null).toList();
    }

    private static Event read(JsonNode event) {
        return new Event(
                event.path("type").asText(),
                event.path("error").asText(null),
                event.path("clientId").asText(null),
                event.path("userId").asText(null),
                event.path("details"));
    }
}
