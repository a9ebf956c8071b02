package org.workfrontoauth2.keycloak.gate;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.endpoints.AuthorizationEndpoint;
import org.keycloak.services.ErrorPage;
import org.keycloak.services.Urls;
import org.keycloak.services.messages.Messages;
import org.keycloak.urls.UrlType;
import org.workfrontoauth2.contract.AuthorizeRequest;
import org.workfrontoauth2.contract.Refusal;
import org.workfrontoauth2.contract.RefusedAuthorization;
import org.workfrontoauth2.keycloak.application.Application;
import org.workfrontoauth2.keycloak.application.Kind;

/**
 * Keycloak's authorization endpoint. It refuses applications before it checks anything but their redirect URL, so that
 * the error is always {@code unauthorized_client}.
 */
public final class StandardAuthorization extends AuthorizationEndpoint {

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
        return !Kind.isOrdinary(client(parameters));
    }

    private @Nullable ClientModel client(MultivaluedMap<String, String> parameters) {
        String clientId = parameters.getFirst("client_id");
        return clientId == null ? null : session.getContext().getRealm().getClientByClientId(clientId);
    }

    /** Tells the application, if the answer can go there; else whoever sits in front of the browser. */
    private Response turnAway(MultivaluedMap<String, String> parameters) {
        event.event(EventType.LOGIN).client(parameters.getFirst("client_id"));
        Optional<String> state = once("state", parameters);
        if (state.filter(AuthorizeRequest::isTooLong).isPresent()) {
            return page(Errors.INVALID_REQUEST, Messages.INVALID_PARAMETER, "state");
        }
        Optional<Application> application = Application.of(client(parameters));
        if (application.isEmpty()) {
            return page(Errors.CLIENT_NOT_FOUND, Messages.CLIENT_NOT_FOUND);
        }
        session.getContext().setClient(application.get().client());
        if (!application.get().client().isEnabled()) {
            return page(Errors.CLIENT_DISABLED, Messages.CLIENT_DISABLED);
        }
        Optional<String> redirectUri =
                once("redirect_uri", parameters).filter(application.get().redirectUrls()::include);
        if (redirectUri.isEmpty()) {
            return page(Errors.INVALID_REDIRECT_URI, Messages.INVALID_PARAMETER, "redirect_uri");
        }
        Refusal refusal = Refusal.STANDARD_ENDPOINT;
        event.detail(Details.REDIRECT_URI, redirectUri.get())
                .detail(Details.REASON, refusal.description())
                .error(refusal.event());
        String issuer = Urls.realmIssuer(
                session.getContext().getUri(UrlType.FRONTEND).getBaseUri(),
                session.getContext().getRealm().getName());
        return Response.status(Response.Status.FOUND)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .location(URI.create(new RefusedAuthorization(refusal, state, issuer).location(redirectUri.get())))
                .build();
    }

    /** What was sent twice says nothing. */
    private static Optional<String> once(String name, MultivaluedMap<String, String> parameters) {
        List<String> values = parameters.getOrDefault(name, List.of());
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    private Response page(String error, String message, Object... values) {
        event.detail(Details.REASON, message).error(error);
        return ErrorPage.error(session, null, Response.Status.BAD_REQUEST, message, values);
    }
}
