package org.workfrontoauth2.keycloak.call;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.keycloak.util.JsonSerialization;

/** JSON answers that no cache keeps. */
public final class Answers {

    private Answers() {}

    /** An answer with these members. */
    public static Response.ResponseBuilder json(int status, Map<String, Object> members) {
        try {
            return Response.status(status)
                    .type(MediaType.APPLICATION_JSON_TYPE)
                    .entity(JsonSerialization.writeValueAsString(members))
                    .header("Cache-Control", "no-store")
                    .header("Pragma", "no-cache");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
