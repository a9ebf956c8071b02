package org.workfrontoauth2.keycloak.mount;

import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.workfrontoauth2.contract.ContractPath;
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
    private static final String NORMALISED = KEY + ".normalised";

    /** The last place before Keycloak's own routes and behind its filters. */
    private static final int BEHIND_THE_FILTERS = -1;

    private final RootPath root;
    private final ServedHosts served;

    @Inject
    public HostRouter(RootPath root, ServedHosts served) {
        this.root = root;
        this.served = served;
    }

    /** Runs before every route of Keycloak. */
    void mount(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE / 2).handler(this::route);
        router.route().order(BEHIND_THE_FILTERS).handler(this::normalise);
    }

    private void route(RoutingContext request) {
        RawBody.keep(request, root);
        RawBody.simplify(request);
        String path = root.within(NormalPath.of(request));
        if (!NormalPath.isNormal(request) || !ContractPath.isOfHost(path)) {
            request.next();
            return;
        }
        if (ContractPath.isMetadataOfPath(path)) {
            reroute(request, root.within(ContractPath.describedPath(path)) + ContractPath.METADATA);
            return;
        }
        Hosts hosts = served.hosts();
        String host = host(request);
        if (hosts.hasPrefix(host)) {
            // Which names are domains is in the database, and this thread must not wait for it.
            request.vertx()
                    .executeBlocking(() -> hosts.served(host, served::isDomain), false)
                    .onSuccess(found -> handOn(request, path, found))
                    .onFailure(request::fail);
        } else {
            handOn(request, path, hosts.served(host, any -> true));
        }
    }

    private void handOn(RoutingContext request, String path, Optional<Hosts.Served> host) {
        if (host.isPresent()) {
            request.put(KEY, host.get());
            reroute(request, "/realms/" + host.get().realm() + onRealm(path));
        } else {
            request.next();
        }
    }

    /**
     * Paths with a double slash or dots arrive here only when Keycloak was told to accept them: otherwise its filter has
     * refused them. They are routed once more, as what they mean, so that no rule sees another path than the resource.
     */
    private void normalise(RoutingContext request) {
        String path = root.within(NormalPath.of(request));
        boolean ours = ContractPath.isOfHost(path) || ContractPath.isOfRealm(path);
        if (ours && !NormalPath.isNormal(request) && request.get(NORMALISED) == null) {
            request.put(NORMALISED, true);
            reroute(request, path);
        } else {
            request.next();
        }
    }

    private static String onRealm(String path) {
        return ContractPath.isMetadata(path) ? ContractPath.ISSUER + ContractPath.METADATA : path;
    }

    private static @Nullable String host(RoutingContext request) {
        HostAndPort authority = request.request().authority();
        return authority == null ? null : authority.host();
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
