package org.workfrontoauth2.keycloak.call;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.util.JsonSerialization;
import org.workfrontoauth2.contract.Dialect;
import org.workfrontoauth2.contract.Refusal;

/** JSON answers that no cache keeps. */
public final class Answers {

    private Answers() {}

    /**
     * 405 in the contract's words.
     *
     * @param allowed the methods there are, as in the header {@code Allow}
     */
    public static Response methodNotAllowed(KeycloakSession session, String allowed) {
        Refusal refusal = Refusal.METHOD_NOT_ALLOWED;
        return json(session, refusal.status(), Dialect.WORKFRONT.error(refusal))
                .header(HttpHeaders.ALLOW, allowed)
                .build();
    }

    /**
     * An answer with these members. What keeps it out of caches goes directly on the response, where Keycloak's own
     * endpoints put it too: once.
     */
    public static Response.ResponseBuilder json(KeycloakSession session, int status, Map<String, Object> members) {
        session.getContext().getHttpResponse().setHeader("Cache-Control", "no-store");
        session.getContext().getHttpResponse().setHeader("Pragma", "no-cache");
        try {
            return Response.status(status)
                    .type(MediaType.APPLICATION_JSON_TYPE)
                    .entity(JsonSerialization.writeValueAsString(members));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
