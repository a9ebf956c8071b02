package org.workfrontoauth2.keycloak.mount;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.spi.CDI;
import org.workfrontoauth2.contract.registration.RegistrationPath;

/**
 * Takes a query that may hold a client secret out of the request before anything else sees it, a log of requests included
 * (registration, section 2): one public client sends its credentials there.
 */
public final class SecretQuery {

    private static final String KEPT = SecretQuery.class.getName();

    private SecretQuery() {}

    /** Puts the query aside, if it may hold one, and routes the request anew without it. Whether it did. */
    static boolean putAside(RoutingContext request, String path) {
        String query = request.request().query();
        if (query == null
                || !request.request().method().equals(HttpMethod.POST)
                || !RegistrationPath.hasSecretQuery(path)) {
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
