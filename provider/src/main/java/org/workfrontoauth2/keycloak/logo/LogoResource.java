package org.workfrontoauth2.keycloak.logo;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.util.regex.Pattern;
import org.keycloak.models.KeycloakSession;
import org.workfrontoauth2.keycloak.storage.LogoEntity;

/**
 * A logo, as it was uploaded (contract, section 2). The URL has the hash of the image, so browsers can cache it for
 * ever. Whatever a browser makes of the bytes, it does not run them.
 */
public final class LogoResource {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final KeycloakSession session;
    private final String sha256;

    public LogoResource(KeycloakSession session, String sha256) {
        this.session = session;
        this.sha256 = sha256;
    }

    /** 200 with the picture, 404 for anything else. */
    @GET
    public Response get() {
        if (!SHA256.matcher(sha256).matches()) {
            throw new NotFoundException();
        }
        LogoEntity logo =
                new Logos(session).find(session.getContext().getRealm(), sha256).orElseThrow(NotFoundException::new);
        return Response.ok(logo.image())
                .type(logo.mediaType())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .build();
    }
}
