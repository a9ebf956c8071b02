package org.workfrontoauth2.keycloak.call;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.util.JsonSerialization;
import org.workfrontoauth2.contract.ErrorForm;
import org.workfrontoauth2.contract.Refusal;
import org.workfrontoauth2.contract.Refused;

/** JSON answers that no cache keeps. */
public final class Answers {

    private Answers() {}

    /**
     * 405: nothing was asked for, so there is no event.
     *
     * @param allowed the methods there are, as in the header {@code Allow}
     */
    public static Response methodNotAllowed(KeycloakSession session, ErrorForm form, String allowed) {
        return refused(session, new Refused(Refusal.METHOD_NOT_ALLOWED), form)
                .header(HttpHeaders.ALLOW, allowed)
                .build();
    }

    /** A refusal in this form, without an event. */
    public static Response.ResponseBuilder refused(KeycloakSession session, Refused refused, ErrorForm form) {
        return json(session, form.status(refused.refusal()), form.members(refused.refusal(), refused.description()));
    }

    /**
     * An answer with these members. What keeps it out of caches goes directly on the response, where Keycloak's own
     * endpoints put it too: once.
     */
    public static Response.ResponseBuilder json(KeycloakSession session, int status, Map<String, Object> members) {
        keepOutOfCaches(session);
        try {
            return Response.status(status)
                    .type(MediaType.APPLICATION_JSON_TYPE)
                    .entity(JsonSerialization.writeValueAsString(members));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** 204, for whatever headers come with it. */
    public static Response.ResponseBuilder empty(KeycloakSession session) {
        keepOutOfCaches(session);
        return Response.noContent();
    }

    private static void keepOutOfCaches(KeycloakSession session) {
        session.getContext().getHttpResponse().setHeader("Cache-Control", "no-store");
        session.getContext().getHttpResponse().setHeader("Pragma", "no-cache");
    }
}
