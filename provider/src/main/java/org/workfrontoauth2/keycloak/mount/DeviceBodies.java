package org.workfrontoauth2.keycloak.mount;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.workfrontoauth2.contract.registration.RegisterRequest;
import org.workfrontoauth2.contract.registration.RegistrationPath;

/**
 * Reads the bodies that devices send before they get a thread of the server. Anyone can call these paths, and a sender
 * of one byte a minute would block a thread all that time. If the sender goes away, the request is dropped.
 */
@ApplicationScoped
public class DeviceBodies {

    private static final String READ = DeviceBodies.class.getName();

    /** Behind {@link HostRouter}, which routes anew. */
    private static final int BEHIND_HOSTS = Integer.MIN_VALUE / 2 + 1;

    /** As much as is needed to see that it is too large. */
    private static final int ENOUGH = RegisterRequest.MAX_BYTES + 1;

    private final RootPath root;

    @Inject
    public DeviceBodies(RootPath root) {
        this.root = root;
    }

    void mount(@Observes Router router) {
        router.route().order(BEHIND_HOSTS).handler(this::read);
    }

    private void read(RoutingContext request) {
        boolean ours = RegistrationPath.isThrottled(root.within(NormalPath.of(request)));
        if (!ours || request.get(READ) != null || request.request().isEnded()) {
            request.next();
            return;
        }
        request.put(READ, true);
        new Body(request).read();
    }

    /** The beginning of one body; what comes after it is thrown away. */
    private static final class Body {

        private final RoutingContext request;
        private final Buffer bytes = Buffer.buffer();
        private boolean handedOn;

        Body(RoutingContext request) {
            this.request = request;
        }

        void read() {
            HttpServerRequest sent = request.request();
            sent.exceptionHandler(goneAway -> handedOn = true);
            sent.handler(this::add);
            sent.endHandler(end -> handOn());
            sent.resume();
        }

        private void add(Buffer part) {
            int room = ENOUGH - bytes.length();
            bytes.appendBuffer(part.length() <= room ? part : part.slice(0, Math.max(0, room)));
            if (bytes.length() == ENOUGH) {
                handOn();
            }
        }

        private void handOn() {
            if (!handedOn) {
                handedOn = true;
                ((RoutingContextInternal) request).setBody(bytes);
                request.next();
            }
        }
    }
}
