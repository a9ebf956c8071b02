package org.workfrontoauth2.keycloak.mount;

import io.vertx.core.http.impl.HttpUtils;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** A request's path as the server's own filter and resources understand it: without dots and double slashes. */
final class NormalPath {

    private NormalPath() {}

    static String of(RoutingContext request) {
        return of(request.request().path());
    }

    /** The normalised path (RFC 3986, 6.2.2), or the path as it was sent if that is impossible. Empty if there is none. */
    static String of(@Nullable String path) {
        if (path == null) {
            return "";
        }
        try {
            String normal = HttpUtils.normalizePath(path);
            return normal == null ? path : normal;
        } catch (IllegalArgumentException malformed) {
            return path;
        }
    }

    static boolean isNormal(RoutingContext request) {
        return of(request).equals(request.request().path());
    }
}
