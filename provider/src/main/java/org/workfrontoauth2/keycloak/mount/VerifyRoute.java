package org.workfrontoauth2.keycloak.mount;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import org.keycloak.common.enums.SslRequired;
import org.workfrontoauth2.contract.IpAddress;
import org.workfrontoauth2.contract.Refused;
import org.workfrontoauth2.contract.gateway.GatewayRequest;
import org.workfrontoauth2.contract.gateway.SessionPath;
import org.workfrontoauth2.contract.gateway.VerifiedSession;

/**
 * Responds to gateways from memory, if the realm allows it, before a session, a realm or a database is used (decision
 * 0034). It only ever says yes. Everything that is not certain goes to the resource, which decides.
 */
@ApplicationScoped
public class VerifyRoute {

    /** Behind {@link HostRouter}, which routes anew. */
    private static final int BEHIND_HOSTS = Integer.MIN_VALUE / 2 + 1;

    private final RootPath root;

    @Inject
    public VerifyRoute(RootPath root) {
        this.root = root;
    }

    void mount(@Observes Router router) {
        router.route().order(BEHIND_HOSTS).handler(this::answer);
    }

    private void answer(RoutingContext request) {
        Optional<GatewayRequest> question = SessionQueries.of(request);
        Optional<VerifiedSession> known = question.filter(asked -> NormalPath.isNormal(request))
                // Keycloak refuses it, and comes later.
                .filter(asked -> !request.request().path().contains(";"))
                .flatMap(asked -> SessionPath.question(root.within(NormalPath.of(request)))
                        .flatMap(SessionPath.Question::realm)
                        .flatMap(VerifiedSessions::realm)
                        .filter(realm -> realm.hasHosts() || HostRouter.hostOf(request) == null)
                        .filter(realm -> isEncryptedEnough(request, realm.encryption()))
                        .flatMap(realm -> find(realm, asked)));
        if (known.isPresent()) {
            good(request, known.get(), question.get().statusOfGood());
        } else {
            request.next();
        }
    }

    private static Optional<VerifiedSession> find(VerifiedSessions.Realm realm, GatewayRequest asked) {
        try {
            return realm.settings().askers().include(asked.asker())
                    ? asked.sessionId(realm.settings().queryCounts())
                            .flatMap(sessionId -> VerifiedSessions.find(realm, sessionId))
                    : Optional.empty();
        } catch (Refused refused) {
            return Optional.empty();
        }
    }

    /** As {@code Encryption} decides; a sender without an address is left to that, because a name would be looked up. */
    private static boolean isEncryptedEnough(RoutingContext request, SslRequired required) {
        if ("https".equals(request.request().scheme())) {
            return true;
        }
        SocketAddress sender = request.request().remoteAddress();
        String address = sender == null || sender.host() == null ? "" : sender.host();
        return IpAddress.bare(address).isPresent() && !required.isRequired(address);
    }

    private static void good(RoutingContext request, VerifiedSession verified, int status) {
        HttpServerResponse response = request.response().setStatusCode(status);
        verified.headers().forEach(response::putHeader);
        response.putHeader("Cache-Control", "no-store").putHeader("Pragma", "no-cache");
        // What is left of the body is thrown away, so that the connection can be used again.
        request.request().resume();
        response.end();
    }
}
