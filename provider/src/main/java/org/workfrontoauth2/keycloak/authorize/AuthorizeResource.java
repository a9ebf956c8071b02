package org.workfrontoauth2.keycloak.authorize;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.ErrorPage;
import org.keycloak.services.messages.Messages;
import org.workfrontoauth2.contract.AuthorizeRequest;
import org.workfrontoauth2.contract.Dialect;
import org.workfrontoauth2.contract.Refusal;
import org.workfrontoauth2.contract.Said;
import org.workfrontoauth2.keycloak.application.Application;
import org.workfrontoauth2.keycloak.call.ContractRequest;
import org.workfrontoauth2.keycloak.call.GotFrom;
import org.workfrontoauth2.keycloak.mount.Mount;

/**
 * The authorization endpoint (contract, section 3; RFC 6749, 4.1.1): reads the request, decides whether it is one of the
 * contract's, and lets Keycloak's own endpoint log the user in and ask for consent.
 */
public final class AuthorizeResource extends GotFrom {

    private static final Logger LOG = Logger.getLogger(AuthorizeResource.class);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final EventBuilder event;

    public AuthorizeResource(KeycloakSession session) {
        super(session, Dialect.WORKFRONT);
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.event = new EventBuilder(realm, session, session.getContext().getConnection()).event(EventType.LOGIN);
    }

    /**
     * The login page, the consent page, or a redirect to the application with {@code code} or {@code error}; on an
     * organisation's own host a redirect to the realm's path first, where Keycloak's cookies belong.
     */
    @GET
    public Response authorize() {
        Optional<AuthorizeRequest> read = AuthorizeRequest.read(Mount.rawQuery());
        if (read.isEmpty()) {
            return page(Errors.INVALID_REQUEST, Messages.INVALID_REQUEST);
        }
        AuthorizeRequest request = read.get();
        Optional<String> clientId = request.clientId();
        if (clientId.isEmpty()) {
            return page(Errors.INVALID_REQUEST, Messages.INVALID_REQUEST);
        }
        event.client(clientId.get());
        Optional<Application> application = Application.find(session, realm, clientId.get());
        if (application.isEmpty()) {
            return page(Errors.CLIENT_NOT_FOUND, Messages.CLIENT_NOT_FOUND);
        }
        session.getContext().setClient(application.get().client());
        if (!application.get().client().isEnabled()) {
            return page(Errors.CLIENT_DISABLED, Messages.CLIENT_DISABLED);
        }
        Optional<String> redirectUri = request.redirectUri()
                .filter(uri -> application.get().type().hasRedirectUrls())
                .filter(application.get().redirectUrls()::include);
        if (redirectUri.isEmpty()) {
            request.redirectUri()
                    .flatMap(application.get().redirectUrls()::problem)
                    .ifPresent(problem -> warn(application.get(), problem));
            return page(Errors.INVALID_REDIRECT_URI, Messages.INVALID_PARAMETER, "redirect_uri");
        }
        if (request.stateIsTooLong()) {
            return page(Errors.INVALID_REQUEST, Messages.INVALID_PARAMETER, "state");
        }
        return authorize(request, application.get(), redirectUri.get());
    }

    private Response authorize(AuthorizeRequest request, Application application, String redirectUri) {
        Mount mount = Mount.of(session, request.parameters().get(Mount.ORIGIN).orElse(null));
        Optional<Refusal> refusal = request.refusal(application.type());
        Optional<URI> elsewhere = refusal.isPresent() ? Optional.empty() : Mount.realmPath(session);
        if (elsewhere.isPresent()) {
            return Response.status(Response.Status.FOUND)
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .location(elsewhere.get())
                    .build();
        }
        AuthorizeCall call = new AuthorizeCall(mount, refusal, request.state());
        call.enter(session);
        if (request.asksForScope()) {
            AskedScope.enter(session);
        }
        ContractRequest.enter(session, request.forServer(application.type(), refusal.isPresent()));
        Response response = new Authorization(session, event).buildPost();
        return HandedOutCode.complete(response, redirectUri, application.client(), call.answer());
    }

    /** What was registered before the contract knew better is refused, and an administrator learns why. */
    private void warn(Application application, Said problem) {
        LOG.warnf(
                "A redirect URL of the OAuth2 application %s in realm %s cannot be used. %s",
                application.client().getClientId(), realm.getName(), problem.english());
    }

    private Response page(String error, String message, Object... parameters) {
        event.detail(Details.REASON, message).error(error);
        return ErrorPage.error(session, null, Response.Status.BAD_REQUEST, message, parameters);
    }
}
