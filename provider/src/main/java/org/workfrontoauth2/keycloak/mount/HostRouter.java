package org.workfrontoauth2.keycloak.mount;

import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.workfrontoauth2.contract.Hosts;

/**
 * Mounts the contract on organisations' own hosts: unmodified clients put its paths directly behind the host (contract,
 * sections 1 and 9).
 *
 * <p>Requests are handed on to the realm's path with their query as it was sent: parsing and building it again would turn
 * {@code state=x%2By} into something else. Hosts that are not served are left to Keycloak, which answers 404.
 */
@ApplicationScoped
public class HostRouter {

    private static final String KEY = HostRouter.class.getName();
    private static final String METADATA = "/.well-known/oauth-authorization-server";
    private static final String ISSUER_PATH = "/integrations/oauth2";

    private final RootPath root;

    @Inject
    public HostRouter(RootPath root) {
        this.root = root;
    }

    /** Before every route of Keycloak's. */
    void mount(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE / 2).handler(this::route);
    }

    private void route(RoutingContext request) {
        RawBody.keep(request);
        RawBody.simplify(request);
        String path = root.within(String.valueOf(request.request().path()));
        Optional<Hosts.Served> host = concerns(path) ? served(request) : Optional.empty();
        if (isMetadataOfPath(path)) {
            // RFC 8414, 3.1: the well-known part goes between the host and the issuer's path.
            reroute(request, root.within(path.substring(METADATA.length())) + METADATA);
        } else if (host.isPresent()) {
            request.put(KEY, host.get());
            reroute(request, "/realms/" + host.get().realm() + onRealm(path));
        } else {
            request.next();
        }
    }

    /** Whether this path, directly behind a host, is one of the contract's. */
    static boolean concerns(@Nullable String path) {
        return path != null
                && (path.startsWith("/integrations/")
                        || path.startsWith("/attask/")
                        || path.equals(METADATA)
                        || isMetadataOfPath(path));
    }

    private static boolean isMetadataOfPath(String path) {
        return path.startsWith(METADATA + "/") && path.endsWith(ISSUER_PATH);
    }

    private static String onRealm(String path) {
        return path.equals(METADATA) ? ISSUER_PATH + METADATA : path;
    }

    private static Optional<Hosts.Served> served(RoutingContext request) {
        HostAndPort authority = request.request().authority();
        return authority == null ? Optional.empty() : ServedHosts.current().served(authority.host());
    }

    private void reroute(RoutingContext request, String path) {
        String query = request.request().query();
        request.reroute(root.prefix() + path + (query == null ? "" : "?" + query));
    }

    /** The host whose own path this request came in on; null when it came in on the realm's path. */
    static Hosts.@Nullable Served hostOf(RoutingContext request) {
        return request.get(KEY);
    }
}
