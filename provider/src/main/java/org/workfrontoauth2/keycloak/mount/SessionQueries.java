package org.workfrontoauth2.keycloak.mount;

import io.vertx.core.MultiMap;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.workfrontoauth2.contract.gateway.GatewayRequest;
import org.workfrontoauth2.contract.gateway.SessionPath;

/**
 * Removes queries that may have a session ID from requests before anything else sees them, including the access log
 * (contract, section 6): the query of the request, and that of the original URI in a gateway's headers. A gateway's
 * question is read first.
 */
@ApplicationScoped
public class SessionQueries {

    private static final String READ = SessionQueries.class.getName();
    private static final String STATE = READ + ".state";

    /** Before {@link HostRouter}, which routes anew. */
    private static final int FIRST = Integer.MIN_VALUE / 2 - 1;

    private final RootPath root;

    @Inject
    public SessionQueries(RootPath root) {
        this.root = root;
    }

    void mount(@Observes Router router) {
        router.route().order(FIRST).handler(this::putAside);
    }

    private void putAside(RoutingContext request) {
        String path = root.within(NormalPath.of(request));
        if (request.get(READ) == null) {
            SessionPath.question(path).ifPresent(question -> read(request, question.below()));
        }
        if (!SessionPath.hasSecretQuery(path) || !SecretQuery.putAside(request)) {
            request.next();
        }
    }

    private static void read(RoutingContext request, boolean below) {
        VerifyTimes.measure(request);
        request.put(STATE, VerifiedSessions.state());
        MultiMap headers = request.request().headers();
        String query = request.request().query();
        request.put(
                READ,
                GatewayRequest.read(
                        request.request().method().name(),
                        query == null ? "" : query,
                        below,
                        peer(request),
                        headers::getAll));
        GatewayRequest.ORIGINAL_URI.forEach(headers::remove);
    }

    /** Who has opened the connection, whatever headers say: they count for {@code remoteAddress} of the request itself. */
    private static String peer(RoutingContext request) {
        SocketAddress peer = request.request().connection().remoteAddress();
        return peer == null || peer.hostAddress() == null ? "" : peer.hostAddress();
    }

    /** What a gateway asks with this request. */
    static Optional<GatewayRequest> of(RoutingContext request) {
        @Nullable GatewayRequest read = request.get(READ);
        return Optional.ofNullable(read);
    }

    /** What {@link VerifiedSessions} had forgotten when the present request came. */
    public static long stateBefore() {
        return CDI.current().select(RoutingContext.class).get().<Long>get(STATE);
    }

    /** What a gateway asks with the present request. */
    public static GatewayRequest current() {
        return of(CDI.current().select(RoutingContext.class).get()).orElseThrow();
    }
}
