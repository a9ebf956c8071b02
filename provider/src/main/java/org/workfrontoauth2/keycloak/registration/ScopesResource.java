package org.workfrontoauth2.keycloak.registration;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.workfrontoauth2.contract.registration.RegistrationDialect;
import org.workfrontoauth2.keycloak.call.GotFrom;

/** {@code /o/client/scopes}: what a client may do (registration, section 4). */
public final class ScopesResource extends GotFrom {

    private final KeycloakSession session;

    ScopesResource(KeycloakSession session) {
        super(session, RegistrationDialect.REGISTRATION);
        this.session = session;
    }

    /**
     * The scopes of the client whose access token this is, as they are now.
     *
     * @return 200; 401 as in {@link ValidateResource#validate}; 429
     */
    @GET
    public Response scopes() {
        RegistrationCall call = new RegistrationCall(session, EventType.INTROSPECT_TOKEN);
        return call.answer(() -> call.done(
                200, Map.of("scopes", call.bearer().found().application().scopes())));
    }
}
