package org.workfrontoauth2.keycloak.gate;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.endpoints.AuthorizationEndpoint;
import org.keycloak.services.ErrorPage;
import org.keycloak.services.messages.Messages;
import org.workfrontoauth2.contract.AuthorizeRequest;
import org.workfrontoauth2.keycloak.application.Kind;
import org.workfrontoauth2.keycloak.call.ContractRequest;

/**
 * Keycloak's authorization endpoint, which tells applications that they do not belong here before it looks at anything but
 * their redirect URL: so it is {@code unauthorized_client}, whatever else is in the request.
 */
public final class StandardAuthorization extends AuthorizationEndpoint {

    private static final List<String> KEPT = List.of("client_id", "redirect_uri", "state");

    private final KeycloakSession session;
    private final EventBuilder event;

    StandardAuthorization(KeycloakSession session, EventBuilder event) {
        super(session, event);
        this.session = session;
        this.event = event;
    }

    @Override
    @GET
    public Response buildGet() {
        MultivaluedMap<String, String> query = session.getContext().getUri().getQueryParameters();
        return isOfApplication(query) ? turnAway(query) : super.buildGet();
    }

    @Override
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response buildPost() {
        MultivaluedMap<String, String> form =
                session.getContext().getHttpRequest().getDecodedFormParameters();
        return isOfApplication(form) ? turnAway(form) : super.buildPost();
    }

    private boolean isOfApplication(MultivaluedMap<String, String> parameters) {
        String clientId = parameters.getFirst("client_id");
        return clientId != null
                && !Kind.isOrdinary(session.getContext().getRealm().getClientByClientId(clientId));
    }

    /** {@code AuthorizeCheck} refuses it, once Keycloak has checked client and redirect URL. */
    private Response turnAway(MultivaluedMap<String, String> parameters) {
        String state = parameters.getFirst("state");
        if (state != null && AuthorizeRequest.isTooLong(state)) {
            event.event(EventType.LOGIN)
                    .client(parameters.getFirst("client_id"))
                    .detail(Details.REASON, Messages.INVALID_PARAMETER)
                    .error(Errors.INVALID_REQUEST);
            return ErrorPage.error(session, null, Response.Status.BAD_REQUEST, Messages.INVALID_PARAMETER, "state");
        }
        Map<String, String> kept = new LinkedHashMap<>();
        kept.put("response_type", "code");
        // Keycloak looks at the challenge first, which plays no part here.
        kept.put("code_challenge", "A".repeat(43));
        kept.put("code_challenge_method", "S256");
        for (String name : KEPT) {
            if (parameters.containsKey(name) && parameters.get(name).size() == 1) {
                kept.put(name, parameters.getFirst(name));
            }
        }
        ContractRequest.enter(session, kept);
        return new AuthorizationEndpoint(session, event).buildPost();
    }
}
