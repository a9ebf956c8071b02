package org.workfrontoauth2.keycloak.mount;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.spi.CDI;

/**
 * Removes a query that may have a client secret from the request before anything else sees it, including the access log
 * (registration, section 2). One public client sends its credentials there.
 */
public final class SecretQuery {

    private static final String KEPT = SecretQuery.class.getName();

    private SecretQuery() {}

    /**
     * Puts the query aside, if there is one, and routes the request anew without it: before anything is refused, whatever the
     * method is. Whether it did.
     */
    static boolean putAside(RoutingContext request) {
        String query = request.request().query();
        if (query == null) {
            return false;
        }
        request.put(KEPT, query);
        request.reroute(request.request().path());
        return true;
    }

    /** The query that was put aside, as it was sent; empty when there was none. */
    public static String of() {
        String query = CDI.current().select(RoutingContext.class).get().get(KEPT);
        return query == null ? "" : query;
    }
}
