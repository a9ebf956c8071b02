package org.workfrontoauth2.keycloak.registration;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.workfrontoauth2.contract.registration.RegistrationDialect;
import org.workfrontoauth2.keycloak.call.PostedTo;

/** {@code /o/client/validate}: whether an access token is valid (registration, section 4). */
public final class ValidateResource extends PostedTo {

    private final KeycloakSession session;

    ValidateResource(KeycloakSession session) {
        super(session, RegistrationDialect.REGISTRATION, "POST");
        this.session = session;
    }

    /**
     * Tells a client whether its access token is good now.
     *
     * @return 200; 401 {@code invalid_token}, or {@code invalid_access_token_client_application} when the client must register
     *     again; 429
     */
    @POST
    public Response validate() {
        RegistrationCall call = new RegistrationCall(session, EventType.INTROSPECT_TOKEN);
        return call.answer(() -> {
            call.bearer();
            return call.done(200, Map.of("active", true));
        });
    }
}
