package org.workfrontoauth2.keycloak.mount;

import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.spi.CDI;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.Urls;
import org.keycloak.urls.UrlType;
import org.keycloak.utils.KeycloakSessionUtil;
import org.workfrontoauth2.contract.ContractPath;
import org.workfrontoauth2.contract.Hosts;
import org.workfrontoauth2.contract.Organisation;
import org.workfrontoauth2.contract.RawQuery;

/**
 * Where a request came in (contract, sections 1, 8 and 9).
 *
 * @param organisation the labels of its host
 * @param issuer the host without a path, or the realm's path followed by {@code /integrations/oauth2}
 * @param base what stands before {@code /integrations/oauth2}
 */
public record Mount(Organisation organisation, String issuer, String base) {

    /** Carries the organisation's origin over to the server's fixed host name. */
    public static final String ORIGIN = "workfront_origin";

    /** The mount of this request. Forwarded hosts count as Keycloak's {@code --proxy-headers} allows. */
    public static Mount of(KeycloakSession session) {
        return of(session, null);
    }

    /**
     * @param origin the origin that the request was redirected from; believed only when it is a host of this realm
     */
    public static Mount of(KeycloakSession session, @Nullable String origin) {
        RealmModel realm = session.getContext().getRealm();
        Optional<Mount> redirected = origin == null ? Optional.empty() : ofOrigin(session, realm, origin);
        return redirected.orElseGet(() -> ofRequest(session, realm));
    }

    /** The mount that has this issuer; empty when it is neither a host of this realm nor the realm's path. */
    public static Optional<Mount> ofIssuer(KeycloakSession session, String issuer) {
        RealmModel realm = session.getContext().getRealm();
        Mount here = ofRequest(session, realm);
        return here.issuer().equals(issuer) ? Optional.of(here) : ofOrigin(session, realm, issuer);
    }

    private static Mount ofRequest(KeycloakSession session, RealmModel realm) {
        RoutingContext request = request();
        Hosts.Served host = HostRouter.hostOf(request);
        if (host != null) {
            String origin = origin(request);
            return new Mount(host.organisation(), origin, origin);
        }
        URI frontend = session.getContext().getUri(UrlType.FRONTEND).getBaseUri();
        String base = Urls.realmIssuer(frontend, realm.getName());
        return new Mount(organisation(realm), base + ContractPath.ISSUER, base);
    }

    /** A host of this realm, with the scheme and the port at which this server is reached; anything else is ignored. */
    private static Optional<Mount> ofOrigin(KeycloakSession session, RealmModel realm, String origin) {
        try {
            URI uri = URI.create(origin);
            String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
            URI frontend = session.getContext().getUri(UrlType.FRONTEND).getBaseUri();
            String rebuilt = origin(frontend.getScheme(), host, frontend.getPort());
            return hostOf(session, realm, host)
                    .filter(served -> origin.equalsIgnoreCase(rebuilt))
                    .map(served -> new Mount(served.organisation(), rebuilt, rebuilt));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The labels of the host of the present request, on whatever path. */
    public static Organisation organisation(RealmModel realm) {
        RoutingContext request = request();
        Hosts.Served host = HostRouter.hostOf(request);
        if (host != null && host.realm().equals(realm.getName())) {
            return host.organisation();
        }
        HostAndPort authority = request.request().authority();
        return hostOf(KeycloakSessionUtil.getKeycloakSession(), realm, authority == null ? null : authority.host())
                .map(Hosts.Served::organisation)
                .orElse(new Organisation(realm.getName(), Organisation.PRODUCTION));
    }

    /** This host, if it is one of this realm's and the realm may be served on hosts. */
    private static Optional<Hosts.Served> hostOf(KeycloakSession session, RealmModel realm, @Nullable String host) {
        Domains domains = new Domains(session);
        return ServedHosts.current()
                .hosts()
                .served(host, domains::isGiven)
                .filter(served -> served.realm().equals(realm.getName()))
                .filter(served -> domains.isOwnName(realm));
    }

    /**
     * Whether this request came in on a host that is not its realm's: the realm was renamed, and its new name's hosts are
     * somebody else's.
     */
    public static boolean isOnForeignHost(KeycloakSession session) {
        return HostRouter.hostOf(request()) != null
                && !new Domains(session).isOwnName(session.getContext().getRealm());
    }

    /**
     * Where a login continues that came in on an organisation's own host: on the realm's path, of the server's fixed host
     * name if it has one. Keycloak's cookies belong there, and without them nobody would ever be logged in already.
     *
     * @return empty when the browser is already there
     */
    public static Optional<URI> realmPath(KeycloakSession session) {
        RealmModel realm = session.getContext().getRealm();
        URI frontend = session.getContext().getUri(UrlType.FRONTEND).getBaseUri();
        RoutingContext request = request();
        String here = origin(request);
        boolean elsewhere = !here.equalsIgnoreCase(origin(frontend)) && isHostOf(session, realm, request);
        if (HostRouter.hostOf(request) == null && !elsewhere) {
            return Optional.empty();
        }
        String base = Urls.realmIssuer(frontend, realm.getName());
        return Optional.of(URI.create(ContractPath.below(base, ContractPath.AUTHORIZE) + "?" + ORIGIN + "=" + here + "&"
                + RawQuery.escaped(rawQuery())));
    }

    private static boolean isHostOf(KeycloakSession session, RealmModel realm, RoutingContext request) {
        HostAndPort authority = request.request().authority();
        return authority != null && hostOf(session, realm, authority.host()).isPresent();
    }

    /** The query as it was sent. */
    public static String rawQuery() {
        String query = request().request().query();
        return query == null ? "" : query;
    }

    private static RoutingContext request() {
        return CDI.current().select(RoutingContext.class).get();
    }

    private static String origin(RoutingContext request) {
        HostAndPort authority = request.request().authority();
        return origin(request.request().scheme(), authority.host(), authority.port());
    }

    private static String origin(URI uri) {
        return origin(uri.getScheme(), uri.getHost(), uri.getPort());
    }

    private static String origin(String scheme, String host, int port) {
        int standard = "https".equals(scheme) ? 443 : 80;
        return scheme + "://" + host + (port <= 0 || port == standard ? "" : ":" + port);
    }
}
