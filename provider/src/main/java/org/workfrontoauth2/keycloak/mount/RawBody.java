package org.workfrontoauth2.keycloak.mount;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.spi.CDI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.workfrontoauth2.contract.ContractPath;

/**
 * Prevents the server from parsing bodies before the contract's endpoints and the administration API read them. The
 * server's parsers guess or fail where the contract refuses, and their responses do not have the contract's form.
 */
public final class RawBody {

    private static final String KEPT = RawBody.class.getName();
    private static final String UNTOUCHED = "application/octet-stream";

    private static final Pattern ADMINISTRATION =
            Pattern.compile("/admin/realms/[^/]+/(?:oauth2|registered)-applications");

    /** RFC 9110, 8.3.1. */
    private static final Pattern MEDIA_TYPE = Pattern.compile("\\s*([\\w!#$&^.+*-]+/[\\w!#$&^.+*-]+)\\s*(;|$)");

    private RawBody() {}

    /**
     * Puts the content type aside where the body belongs to the contract, however its path is written: a slash at its end
     * or a double one leads to the same resource.
     */
    static void keep(RoutingContext request, RootPath root) {
        String path = root.within(NormalPath.of(request));
        String type = request.request().getHeader(HttpHeaders.CONTENT_TYPE);
        if (type != null && ContractPath.hasBody(path) && request.get(KEPT) == null) {
            request.put(KEPT, type);
            request.request().headers().set(HttpHeaders.CONTENT_TYPE, UNTOUCHED);
        }
    }

    /**
     * Parameters of a content type mean nothing to JSON and pictures, but ones that cannot be read, or a type that cannot, fail
     * before any resource is reached. The administration API refuses them itself.
     */
    static void simplify(RoutingContext request) {
        String path = request.request().path();
        String type = request.request().getHeader(HttpHeaders.CONTENT_TYPE);
        if (path != null && type != null && ADMINISTRATION.matcher(path).find()) {
            Matcher known = MEDIA_TYPE.matcher(type);
            request.request().headers().set(HttpHeaders.CONTENT_TYPE, known.lookingAt() ? known.group(1) : UNTOUCHED);
        }
    }

    /** The content type as it was sent. */
    public static @Nullable String contentType() {
        return CDI.current().select(RoutingContext.class).get().get(KEPT);
    }
}
