package org.workfrontoauth2.keycloak.call;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Map;
import org.keycloak.OAuth2Constants;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.utils.OAuth2CodeParser;
import org.keycloak.services.clientpolicy.ClientPolicyContext;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.context.PreTokenRequestContext;
import org.keycloak.services.clientpolicy.context.TokenRefreshContext;
import org.keycloak.services.clientpolicy.context.TokenRequestContext;
import org.workfrontoauth2.contract.Refusal;
import org.workfrontoauth2.contract.Refused;

/**
 * Runs the realm's client policies on a token request, at the same points as Keycloak's own endpoint. They do not run
 * on responses, where they would change tokens, because session IDs have nothing to change.
 */
public final class TokenPolicies {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final EventBuilder event;

    public TokenPolicies(KeycloakSession session, EventBuilder event) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.event = event;
    }

    /** Whether this realm has policies; policies that cannot be read count as some. */
    public static boolean exist(KeycloakSession session, RealmModel realm) {
        try {
            return session.clientPolicy().getClientPolicies(realm, false).getPolicies().stream()
                    .anyMatch(policy -> Boolean.TRUE.equals(policy.isEnabled()));
        } catch (ClientPolicyException unreadable) {
            return true;
        }
    }

    /** Policies may refuse the redemption of a code; they see it in Keycloak's own form, which is spent by that. */
    public void askAboutCode(Map<String, String> parameters) throws Refused {
        if (!exist(session, realm)) {
            return;
        }
        MultivaluedMap<String, String> form = new MultivaluedHashMap<>(parameters);
        ask(new PreTokenRequestContext(session, form), Refusal.INVALID_GRANT);
        OAuth2CodeParser.ParseResult code =
                OAuth2CodeParser.parseCode(session, form.getFirst(OAuth2Constants.CODE), realm, event);
        if (code.isIllegalCode() || code.isExpiredCode()) {
            throw new Refused(Refusal.INVALID_CODE);
        }
        ask(new TokenRequestContext(form, code), Refusal.INVALID_GRANT);
    }

    /** Policies may refuse a refresh. */
    public void askAboutRefresh(Map<String, String> parameters, ClientModel client) throws Refused {
        ask(new TokenRefreshContext(new MultivaluedHashMap<>(parameters), client, ""), Refusal.INVALID_REQUEST);
    }

    private void ask(ClientPolicyContext context, Refusal otherwise) throws Refused {
        try {
            session.clientPolicy().triggerOnEvent(context);
        } catch (ClientPolicyException refused) {
            event.detail(Details.REASON, Details.CLIENT_POLICY_ERROR)
                    .detail(Details.CLIENT_POLICY_ERROR, refused.getError())
                    .detail(Details.CLIENT_POLICY_ERROR_DETAIL, refused.getErrorDetail())
                    .error(refused.getError());
            throw Refused.recorded(
                    Refusal.INVALID_GRANT.error().equals(refused.getError()) ? Refusal.INVALID_GRANT : otherwise);
        }
    }
}
