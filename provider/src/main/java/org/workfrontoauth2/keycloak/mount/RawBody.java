package org.workfrontoauth2.keycloak.mount;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.spi.CDI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the server from parsing forms sent to the token endpoint and the JWT exchange before the contract has seen them: its parser guesses
 * where the contract refuses, and answers in words that are not the contract's.
 */
public final class RawBody {

    private static final List<String> PATHS =
            List.of("/integrations/oauth2/api/v1/token", "/integrations/oauth2/api/v1/jwt/exchange");
    private static final String KEPT = RawBody.class.getName();
    private static final String UNTOUCHED = "application/octet-stream";

    private RawBody() {}

    /** Puts the content type aside where the body belongs to the contract. */
    static void keep(RoutingContext request) {
        String path = request.request().path();
        String type = request.request().getHeader(HttpHeaders.CONTENT_TYPE);
        if (path != null && type != null && PATHS.stream().anyMatch(path::endsWith) && request.get(KEPT) == null) {
            request.put(KEPT, type);
            request.request().headers().set(HttpHeaders.CONTENT_TYPE, UNTOUCHED);
        }
    }

    /** The content type as it was sent. */
    public static @Nullable String contentType() {
        return CDI.current().select(RoutingContext.class).get().get(KEPT);
    }
}
