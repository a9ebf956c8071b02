package org.workfrontoauth2.keycloak.authentication;

import com.google.auto.service.AutoService;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.ClientAuthenticationFlowContext;
import org.keycloak.authentication.ClientAuthenticatorFactory;
import org.keycloak.authentication.authenticators.client.ClientAuthUtil;
import org.keycloak.authentication.authenticators.client.ClientIdAndSecretAuthenticator;
import org.keycloak.events.Details;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.util.BasicAuthHelper;
import org.workfrontoauth2.contract.ClientCredentials;
import org.workfrontoauth2.contract.Dialect;
import org.workfrontoauth2.contract.Refusal;
import org.workfrontoauth2.keycloak.application.Kind;
import org.workfrontoauth2.keycloak.credential.Secrets;
import org.workfrontoauth2.keycloak.grant.FirstRead;
import org.workfrontoauth2.keycloak.storage.SecretEntity;

/**
 * Keycloak's authentication with client ID and secret. Applications are checked against the hashes of their own
 * secrets, and only on the contract's paths. Keycloak's client secret never works for an application.
 */
@AutoService(ClientAuthenticatorFactory.class)
public final class ApplicationAuthenticator extends ClientIdAndSecretAuthenticator {

    private static final String REFUSAL = ApplicationAuthenticator.class.getName();

    /** Whether this request came from an application that does not belong where it came to. */
    public static boolean turnedAway(KeycloakSession session) {
        return refusal(session).filter(Refusal.STANDARD_ENDPOINT::equals).isPresent();
    }

    /** Why the application that this request came from was refused; Keycloak's event may or may not say so later. */
    static Optional<Refusal> refusal(KeycloakSession session) {
        return Optional.ofNullable(session.getAttribute(REFUSAL, Refusal.class));
    }

    @Override
    public void authenticateClient(ClientAuthenticationFlowContext context) {
        Optional<ContractCall> call = ContractCall.current(context.getSession());
        String clientId = call.map(ours -> ours.credentials().clientId()).orElseGet(() -> claimed(context));
        ClientModel client = clientId == null ? null : context.getRealm().getClientByClientId(clientId);
        if (client == null || Kind.isOrdinary(client)) {
            super.authenticateClient(context);
            return;
        }
        context.getEvent().client(client);
        context.setClient(client);
        Optional<Refusal> refusal = call.map(ours -> check(context, client, ours.credentials()))
                .orElse(Optional.of(Refusal.STANDARD_ENDPOINT));
        if (refusal.isPresent()) {
            refuse(context, refusal.get());
        } else {
            context.success();
        }
    }

    private static Optional<Refusal> check(
            ClientAuthenticationFlowContext context, ClientModel client, ClientCredentials credentials) {
        if (!client.isEnabled()) {
            return Optional.of(Refusal.DISABLED_CLIENT);
        }
        if (client.isPublicClient()) {
            return credentials.secret().isPresent()
                    ? Optional.of(Refusal.SECRET_OF_SINGLE_PAGE_APPLICATION)
                    : Optional.empty();
        }
        Secrets secrets = new Secrets(context.getSession());
        List<SecretEntity> ofApplication =
                FirstRead.of(context.getSession(), client).secrets();
        boolean good = credentials
                .secret()
                .filter(secret -> secrets.match(ofApplication, secret))
                .isPresent();
        return good ? Optional.empty() : Optional.of(Refusal.WRONG_SECRET);
    }

    private static void refuse(ClientAuthenticationFlowContext context, Refusal refusal) {
        context.getEvent().detail(Details.REASON, refusal.description());
        context.getSession().setAttribute(REFUSAL, refusal);
        Response answer =
                ClientAuthUtil.errorResponse(Dialect.OAUTH.status(refusal), refusal.error(), refusal.description());
        AuthenticationFlowError error =
                switch (refusal) {
                    case DISABLED_CLIENT -> AuthenticationFlowError.CLIENT_DISABLED;
                    case STANDARD_ENDPOINT -> AuthenticationFlowError.ACCESS_DENIED;
                    default -> AuthenticationFlowError.INVALID_CLIENT_CREDENTIALS;
                };
        context.failure(error, answer);
    }

    /** The client ID that this request names, where Keycloak's own authenticator looks for it. */
    private static @Nullable String claimed(ClientAuthenticationFlowContext context) {
        String authorization =
                context.getHttpRequest().getHttpHeaders().getRequestHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        String[] basic = authorization == null ? null : BasicAuthHelper.RFC6749.parseHeader(authorization);
        MediaType type = context.getHttpRequest().getHttpHeaders().getMediaType();
        MultivaluedMap<String, String> form =
                type != null && type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE)
                        ? context.getHttpRequest().getDecodedFormParameters()
                        : null;
        if (form != null && form.containsKey(OAuth2Constants.CLIENT_ID)) {
            return form.getFirst(OAuth2Constants.CLIENT_ID);
        }
        return basic != null ? basic[0] : context.getSession().getAttribute("client_id", String.class);
    }

    @Override
    public int order() {
        return super.order() + 100;
    }
}
