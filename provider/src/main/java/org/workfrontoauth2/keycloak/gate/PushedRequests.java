package org.workfrontoauth2.keycloak.gate;

import com.google.auto.service.AutoService;
import jakarta.ws.rs.Path;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.ext.OIDCExtProvider;
import org.keycloak.protocol.oidc.ext.OIDCExtProviderFactory;
import org.keycloak.protocol.oidc.par.endpoints.ParEndpoint;
import org.keycloak.protocol.oidc.par.endpoints.ParRootEndpoint;

/** Keycloak's pushed authorization requests (RFC 9126), without applications. */
@AutoService(OIDCExtProviderFactory.class)
public final class PushedRequests extends ParRootEndpoint {

    private final @Nullable KeycloakSession session;
    private @Nullable EventBuilder event;

    /** For the service loader. */
    public PushedRequests() {
        this(null);
    }

    private PushedRequests(@Nullable KeycloakSession session) {
        super(session);
        this.session = session;
    }

    @Override
    public OIDCExtProvider create(KeycloakSession present) {
        return new PushedRequests(present);
    }

    @Override
    public void setEvent(EventBuilder present) {
        super.setEvent(present);
        this.event = present;
    }

    @Override
    @Path("/request")
    public ParEndpoint request() {
        if (session == null || event == null) {
            throw new IllegalStateException("Not in a request");
        }
        return new PushedRequest(session, event);
    }

    @Override
    public int order() {
        return super.order() + 100;
    }
}
