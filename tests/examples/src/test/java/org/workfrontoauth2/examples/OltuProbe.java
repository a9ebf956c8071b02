package org.workfrontoauth2.examples;

import org.apache.oltu.oauth2.client.OAuthClient;
import org.apache.oltu.oauth2.client.URLConnectionClient;
import org.apache.oltu.oauth2.client.request.OAuthClientRequest;
import org.apache.oltu.oauth2.client.response.OAuthJSONAccessTokenResponse;
import org.apache.oltu.oauth2.common.exception.OAuthProblemException;
import org.apache.oltu.oauth2.common.message.types.GrantType;
import org.workfrontoauth2.walkthrough.Callback;

/** No longer maintained, but still in use. It has no PKCE. */
final class OltuProbe implements Probe {

    @Override
    public String library() {
        return "org.apache.oltu.oauth2.client";
    }

    @Override
    public Class<?> type() {
        return OAuthClient.class;
    }

    @Override
    public void run(Trial trial) throws Exception {
        String address = OAuthClientRequest.authorizationLocation(trial.authorizeUrl())
                .setClientId(trial.clientId())
                .setRedirectURI(trial.redirectUrl())
                .setResponseType("code")
                .setState("oltu")
                .buildQueryMessage()
                .getLocationUri();
        String code = new Callback(trial.visit(address)).code();
        OAuthClient client = new OAuthClient(new URLConnectionClient());
        OAuthJSONAccessTokenResponse tokens = client.accessToken(OAuthClientRequest.tokenLocation(trial.tokenUrl())
                .setGrantType(GrantType.AUTHORIZATION_CODE)
                .setClientId(trial.clientId())
                .setClientSecret(trial.secret())
                .setRedirectURI(trial.redirectUrl())
                .setCode(code)
                .buildBodyMessage());
        trial.passed("code", tokens.getParam("wid") != null);
        OAuthJSONAccessTokenResponse refreshed = refresh(client, trial, tokens.getRefreshToken());
        trial.passed("refresh", !refreshed.getAccessToken().equals(tokens.getAccessToken()));
        trial.error(errorOf(client, trial));
    }

    private static OAuthJSONAccessTokenResponse refresh(OAuthClient client, Trial trial, String refreshToken)
            throws Exception {
        return client.accessToken(OAuthClientRequest.tokenLocation(trial.tokenUrl())
                .setGrantType(GrantType.REFRESH_TOKEN)
                .setClientId(trial.clientId())
                .setClientSecret(trial.secret())
                .setRefreshToken(refreshToken)
                .buildBodyMessage());
    }

    private static String errorOf(OAuthClient client, Trial trial) throws Exception {
        try {
            refresh(client, trial, Trial.STRANGER);
            return "none";
        } catch (OAuthProblemException e) {
            return e.getError();
        }
    }

    @Override
    public String toString() {
        return library();
    }
}
