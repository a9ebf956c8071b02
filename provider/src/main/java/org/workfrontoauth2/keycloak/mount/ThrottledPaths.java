package org.workfrontoauth2.keycloak.mount;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.workfrontoauth2.contract.registration.AnyPage;
import org.workfrontoauth2.contract.registration.ClientAddress;
import org.workfrontoauth2.contract.registration.RegistrationDialect;
import org.workfrontoauth2.contract.registration.RegistrationPath;
import org.workfrontoauth2.contract.registration.RegistrationRefusal;
import org.workfrontoauth2.contract.registration.Throttle;

/**
 * Refuses too many requests to the paths of registration from one address, before any realm, session or database is
 * touched (registration, section 4), and lets pages of every origin read the responses (section 5). The address is the
 * one that Keycloak sees, with headers of proxies as {@code --proxy-headers} and {@code --proxy-trusted-addresses}
 * allow. Each node counts separately.
 */
@ApplicationScoped
public class ThrottledPaths {

    private static final String COUNTED = ThrottledPaths.class.getName();

    /** Before {@link HostRouter}, which may ask the database. */
    private static final int FIRST = Integer.MIN_VALUE / 2 - 1;

    private final RootPath root;
    private final Throttle throttle = new Throttle(System::nanoTime);

    @Inject
    public ThrottledPaths(RootPath root) {
        this.root = root;
    }

    /** Before every other route. */
    void mount(@Observes Router router) {
        router.route().order(FIRST).handler(this::count);
    }

    private void count(RoutingContext request) {
        String path = root.within(NormalPath.of(request));
        if (!RegistrationPath.isThrottled(path)) {
            request.next();
            return;
        }
        if (SecretQuery.putAside(request)) {
            return;
        }
        // Not once, like the rest: a request that is routed anew loses its headers.
        AnyPage.answer().forEach(request.response()::putHeader);
        if (request.get(COUNTED) != null) {
            request.next();
            return;
        }
        request.put(COUNTED, true);
        if (!throttle.admit(address(request))) {
            refuse(request);
        } else if (isPreflight(request)) {
            answerPreflight(request);
        } else {
            request.next();
        }
    }

    private static ClientAddress address(RoutingContext request) {
        SocketAddress remote = request.request().remoteAddress();
        return ClientAddress.of(remote == null ? null : remote.host());
    }

    /** Fetch, 3.3.4: it has this header, and it is a request that a page sends because of another one. */
    private static boolean isPreflight(RoutingContext request) {
        return request.request().method().equals(HttpMethod.OPTIONS)
                && request.request().headers().contains("Access-Control-Request-Method");
    }

    private static void answerPreflight(RoutingContext request) {
        AnyPage.preflight(request.request().headers().getAll("Access-Control-Request-Headers"))
                .forEach(request.response()::putHeader);
        request.response().setStatusCode(204).end();
    }

    private static void refuse(RoutingContext request) {
        RegistrationRefusal refusal = RegistrationRefusal.THROTTLED;
        // What is left of the body is thrown away, so that the connection can be used again.
        request.request().resume();
        HttpServerResponse response =
                request.response().setStatusCode(RegistrationDialect.REGISTRATION.status(refusal));
        response.putHeader("Retry-After", Long.toString(Throttle.WAIT.toSeconds()))
                .putHeader("Cache-Control", "no-store")
                .putHeader("Content-Type", "application/json")
                .end(new JsonObject(RegistrationDialect.REGISTRATION.members(refusal, refusal.description())).encode());
    }
}
