package org.workfrontoauth2.keycloak.authorize;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.keycloak.common.util.Time;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.SingleUseObjectProvider;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.protocol.oidc.utils.OAuth2Code;
import org.keycloak.protocol.oidc.utils.OAuth2CodeParser;
import org.workfrontoauth2.contract.AuthorizationAnswer;
import org.workfrontoauth2.keycloak.grant.Grants;

/** Completes the redirect back to an application; where it hands out a code, a grant begins. */
final class HandedOutCode {

    /** Contract, section 3; whatever the realm's setting for its other clients is. */
    private static final int CODE_SECONDS = 120;

    private static final String BEGUN = HandedOutCode.class.getName();

    private final KeycloakSession session;
    private final RealmModel realm;

    HandedOutCode(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
    }

    /** The response with the contract's parameters; responses that lead elsewhere stay as they are. */
    Response complete(Response response, String redirectUri, ClientModel client, AuthorizationAnswer answer) {
        String location = response.getHeaderString(HttpHeaders.LOCATION);
        if (location == null || !AuthorizationAnswer.leadsTo(location, redirectUri)) {
            return response;
        }
        AuthorizationAnswer.code(location).ifPresent(code -> begin(code, client, answer));
        return Response.fromResponse(response)
                .location(URI.create(answer.complete(location, redirectUri)))
                .build();
    }

    private void begin(String code, ClientModel client, AuthorizationAnswer answer) {
        if (code.equals(session.getAttribute(BEGUN))) {
            return;
        }
        session.setAttribute(BEGUN, code);
        String[] parts = code.split("\\.");
        UserSessionModel login = parts.length == 3 ? session.sessions().getUserSession(realm, parts[1]) : null;
        if (login == null) {
            throw new IllegalStateException("Keycloak's codes no longer name the user session");
        }
        new Grants(session).begin(Grants.idOf(code), login, client.getId(), answer.organisation());
        validForTwoMinutes(parts[0]);
    }

    /** Keycloak stores the code when the request is done, so its life can be set only after that. */
    private void validForTwoMinutes(String codeId) {
        if (realm.getAccessCodeLifespan() == CODE_SECONDS) {
            return;
        }
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                KeycloakModelUtils.runJobInTransaction(factory, later -> storeAgain(later, codeId));
            }

            @Override
            protected void rollbackImpl() {
                // Then there is no code.
            }
        });
    }

    private static void storeAgain(KeycloakSession session, String codeId) {
        SingleUseObjectProvider codes = session.singleUseObjects();
        String key = OAuth2CodeParser.CACHE_KEY_PREFIX + codeId;
        Map<String, String> stored = codes.remove(key);
        if (stored == null) {
            return;
        }
        // Only the expiry is touched: what else Keycloak keeps with a code differs between its versions.
        Map<String, String> lasting = new HashMap<>(stored);
        lasting.put(OAuth2Code.EXPIRATION_NOTE, String.valueOf(Time.currentTime() + CODE_SECONDS));
        codes.put(key, CODE_SECONDS, lasting);
    }
}
