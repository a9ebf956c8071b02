package org.workfrontoauth2.keycloak.authorize;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.SingleUseObjectProvider;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.protocol.oidc.OIDCAdvancedConfigWrapper;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.utils.OAuth2Code;
import org.keycloak.protocol.oidc.utils.OAuth2CodeParser;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.workfrontoauth2.contract.AuthorizationAnswer;
import org.workfrontoauth2.contract.Redemption;
import org.workfrontoauth2.keycloak.call.TokenPolicies;
import org.workfrontoauth2.keycloak.grant.Grants;
import org.workfrontoauth2.keycloak.grant.Logouts;
import org.workfrontoauth2.keycloak.grant.Surplus;

/** Completes the redirect back to an application. If it has a code, a grant begins. */
final class HandedOutCode {

    private static final int CODE_SECONDS = (int) Redemption.CODE_LIFE.toSeconds();

    private final KeycloakSession session;
    private final RealmModel realm;

    HandedOutCode(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
    }

    /** The response to this login with the contract's parameters; where it hands out a code, a grant begins. */
    Response complete(
            Response response,
            String redirectUri,
            ClientModel client,
            AuthorizationAnswer answer,
            @Nullable AuthenticationSessionModel login) {
        String location = response.getHeaderString(HttpHeaders.LOCATION);
        if (login != null && location != null && AuthorizationAnswer.leadsTo(location, redirectUri)) {
            AuthorizationAnswer.code(location).ifPresent(code -> begin(code, client, answer, redirectUri, login));
        }
        return complete(response, redirectUri, client, answer);
    }

    /** The response with the contract's parameters; responses that lead elsewhere stay as they are. */
    static Response complete(Response response, String redirectUri, ClientModel client, AuthorizationAnswer answer) {
        String location = response.getHeaderString(HttpHeaders.LOCATION);
        if (location == null || !AuthorizationAnswer.leadsTo(location, redirectUri)) {
            return response;
        }
        boolean issuerLeftOut =
                OIDCAdvancedConfigWrapper.fromClientModel(client).isExcludeIssuerFromAuthResponse();
        AuthorizationAnswer wanted = issuerLeftOut ? answer.withoutIssuer() : answer;
        return Response.fromResponse(response)
                .location(URI.create(wanted.complete(location, redirectUri)))
                .build();
    }

    private void begin(
            String code,
            ClientModel client,
            AuthorizationAnswer answer,
            String redirectUri,
            AuthenticationSessionModel login) {
        String[] parts = code.split("\\.");
        UserSessionModel userSession = parts.length == 3 ? session.sessions().getUserSession(realm, parts[1]) : null;
        if (userSession == null) {
            throw new IllegalStateException("Keycloak's codes no longer name the user session");
        }
        // Empty only if an administrator has logged the user out at this very moment: then the code is refused.
        Instant from = new Logouts(session, realm)
                .countsFrom(client, userSession.getUser(), LoginOrigin.begunAt(login))
                .orElseGet(Grants::now);
        new Surplus(session, realm)
                .makeRoomForCode(client.getId(), userSession.getUser().getId());
        new Grants(session)
                .begin(
                        code,
                        userSession,
                        client.getId(),
                        answer.organisation(),
                        from,
                        redirectUri,
                        login.getClientNote(OIDCLoginProtocol.CODE_CHALLENGE_PARAM),
                        AskedScope.in(login));
        validForTwoMinutes(parts[0]);
    }

    /**
     * Client policies want to see a code in Keycloak's own form ({@link TokenPolicies}), for as long as it is valid. Keycloak
     * stores it when the request is done, so its life can be set only after that.
     */
    private void validForTwoMinutes(String codeId) {
        if (realm.getAccessCodeLifespan() == CODE_SECONDS || !TokenPolicies.exist(session, realm)) {
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
