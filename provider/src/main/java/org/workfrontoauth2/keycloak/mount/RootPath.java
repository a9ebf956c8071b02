package org.workfrontoauth2.keycloak.mount;

import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.HttpsServerStart;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.http.impl.HttpServerRequestWrapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.lang.reflect.Field;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.workfrontoauth2.contract.ContractPath;

/**
 * Keeps the contract's paths directly behind the host if Keycloak itself is mounted deeper, with {@code
 * --http-relative-path}. Clients do not know that path.
 *
 * <p>Quarkus provides only the router below that path, so the handler above it is wrapped.
 */
@ApplicationScoped
public class RootPath {

    private static final Logger LOG = Logger.getLogger(RootPath.class);

    @ConfigProperty(name = "quarkus.http.root-path", defaultValue = "/")
    String configured = "/";

    private final AtomicBoolean wrapped = new AtomicBoolean();

    /** The configured path without a slash at its end: empty for the root. */
    String prefix() {
        return configured.endsWith("/") ? configured.substring(0, configured.length() - 1) : configured;
    }

    /** The path as seen from Keycloak's own root. */
    String within(String path) {
        String prefix = prefix();
        return path.startsWith(prefix + "/") ? path.substring(prefix.length()) : path;
    }

    void http(@ObservesAsync HttpServerStart started) {
        wrap();
    }

    void https(@ObservesAsync HttpsServerStart started) {
        wrap();
    }

    private void wrap() {
        if (prefix().isEmpty() || !wrapped.compareAndSet(false, true)) {
            return;
        }
        try {
            Field field = VertxHttpRecorder.class.getDeclaredField("rootHandler");
            field.setAccessible(true);
            @SuppressWarnings("unchecked")
            Handler<HttpServerRequest> keycloak = (Handler<HttpServerRequest>) field.get(null);
            if (keycloak != null) {
                field.set(null, (Handler<HttpServerRequest>) request -> keycloak.handle(below(request)));
            }
        } catch (ReflectiveOperationException e) {
            LOG.warn("The contract is not served above Keycloak's relative path: this Quarkus is built differently", e);
        }
    }

    private HttpServerRequest below(HttpServerRequest request) {
        return ContractPath.isOfHost(NormalPath.of(request.path()))
                        && request instanceof HttpServerRequestInternal internal
                ? new Prefixed(internal, prefix())
                : request;
    }

    /** The same request, one path further down. */
    private static final class Prefixed extends HttpServerRequestWrapper {

        private final String prefix;

        Prefixed(HttpServerRequestInternal request, String prefix) {
            super(request);
            this.prefix = prefix;
        }

        @Override
        public String uri() {
            return prefix + super.uri();
        }

        @Override
        public String path() {
            return prefix + super.path();
        }

        @Override
        public String absoluteURI() {
            return super.scheme() + "://" + super.authority() + uri();
        }
    }
}
