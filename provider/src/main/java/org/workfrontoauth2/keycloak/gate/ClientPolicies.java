package org.workfrontoauth2.keycloak.gate;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.services.clientpolicy.ClientPolicyContext;
import org.keycloak.services.clientpolicy.ClientPolicyEvent;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.DefaultClientPolicyManager;
import org.keycloak.services.clientpolicy.context.AuthorizationRequestContext;
import org.keycloak.services.clientpolicy.context.ClientCRUDContext;
import org.keycloak.services.clientpolicy.context.ClientSecretRotationContext;
import org.keycloak.services.clientpolicy.context.DynamicClientRegisterContext;
import org.keycloak.services.clientpolicy.context.DynamicClientUnregisterContext;
import org.keycloak.services.clientpolicy.context.DynamicClientUpdateContext;
import org.keycloak.services.clientpolicy.context.DynamicClientViewContext;
import org.keycloak.util.TokenUtil;
import org.workfrontoauth2.contract.Sentence;
import org.workfrontoauth2.keycloak.application.ApplicationRules;
import org.workfrontoauth2.keycloak.application.Kind;
import org.workfrontoauth2.keycloak.application.SentClient;
import org.workfrontoauth2.keycloak.authorize.AskedScope;
import org.workfrontoauth2.keycloak.authorize.LoginOrigin;
import org.workfrontoauth2.keycloak.language.BrokenRule;
import org.workfrontoauth2.keycloak.realm.ServedRealms;

/**
 * Keycloak's client policies, which every endpoint runs, with three additions. Tokens of Keycloak's dynamic client
 * registration do not work for applications, because their holders could otherwise read and change an application
 * without the contract's rules (contract, section 8). A login that begins remembers its host. And clients that other
 * tools send as applications are completed before Keycloak's defaults apply.
 */
final class ClientPolicies extends DefaultClientPolicyManager {

    private static final String OURS = "workfront.";

    private final KeycloakSession session;

    ClientPolicies(KeycloakSession session) {
        super(session);
        this.session = session;
    }

    @Override
    public void triggerOnEvent(ClientPolicyContext context) throws ClientPolicyException {
        ClientModel client = target(context);
        if (client != null && !Kind.isOrdinary(client)) {
            throw StandardEndpoints.refused();
        }
        if (context instanceof ClientSecretRotationContext rotation && !Kind.isOrdinary(rotation.getTargetClient())) {
            throw new BrokenRule(session, Sentence.CLIENT_SECRET.with());
        }
        if (context instanceof AuthorizationRequestContext request) {
            LoginOrigin.remember(session, request.getAuthenticationSession());
            AskedScope.remember(session, request.getAuthenticationSession());
        }
        if (context instanceof ClientCRUDContext written) {
            complete(written);
        }
        super.triggerOnEvent(context);
        if (context instanceof ClientCRUDContext written && isWritten(written)) {
            // Keycloak adds settings of its own after it has said that a client was updated.
            ApplicationRules.hold(session, written.getTargetClient());
        }
    }

    private void complete(ClientCRUDContext written) {
        ClientRepresentation sent = written.getProposedClientRepresentation();
        if (sent == null || !ServedRealms.include(session.getContext().getRealm())) {
            return;
        }
        if (!isOfAdministrator(written)) {
            requireNoneOfOurs(sent, written.getTargetClient());
        }
        SentClient client = new SentClient(session, sent);
        if (written instanceof DynamicClientRegisterContext) {
            client.completeImported();
        } else if (written.getEvent() == ClientPolicyEvent.REGISTER) {
            client.completeNew();
        } else if (written.getEvent() == ClientPolicyEvent.UPDATE) {
            client.completeChange(written.getTargetClient());
        }
    }

    /** Dynamic registration is open to administrators too, with a token of their own instead of one for registrations. */
    private static boolean isOfAdministrator(ClientCRUDContext written) {
        boolean dynamic =
                written instanceof DynamicClientRegisterContext || written instanceof DynamicClientUpdateContext;
        return !dynamic
                || written.getToken() != null
                        && TokenUtil.TOKEN_TYPE_BEARER.equals(written.getToken().getType());
    }

    /** Clients that register cannot become applications, or resource servers that may check everyone's tokens. */
    private void requireNoneOfOurs(ClientRepresentation sent, @Nullable ClientModel client) {
        Map<String, String> attributes = sent.getAttributes() == null ? Map.of() : sent.getAttributes();
        boolean kept = attributes.entrySet().stream()
                .filter(attribute -> attribute.getKey().startsWith(OURS))
                .allMatch(attribute -> client != null
                        && Objects.equals(attribute.getValue(), client.getAttribute(attribute.getKey())));
        if (!kept) {
            throw new BrokenRule(session, Sentence.CLIENT_REGISTERED.with());
        }
    }

    private static boolean isWritten(ClientCRUDContext context) {
        return context.getEvent() == ClientPolicyEvent.REGISTERED || context.getEvent() == ClientPolicyEvent.UPDATED;
    }

    private static @Nullable ClientModel target(ClientPolicyContext context) {
        if (context instanceof DynamicClientViewContext view) {
            return view.getTargetClient();
        }
        if (context instanceof DynamicClientUpdateContext update) {
            return update.getTargetClient();
        }
        return context instanceof DynamicClientUnregisterContext unregister ? unregister.getTargetClient() : null;
    }
}
