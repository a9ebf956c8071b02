package org.workfrontoauth2.examples;

import com.google.api.client.auth.oauth2.AuthorizationCodeFlow;
import com.google.api.client.auth.oauth2.AuthorizationCodeResponseUrl;
import com.google.api.client.auth.oauth2.BearerToken;
import com.google.api.client.auth.oauth2.RefreshTokenRequest;
import com.google.api.client.auth.oauth2.TokenResponse;
import com.google.api.client.auth.oauth2.TokenResponseException;
import com.google.api.client.http.BasicAuthentication;
import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.JsonFactory;
import com.google.api.client.json.gson.GsonFactory;
import java.io.IOException;

final class GoogleProbe implements Probe {

    private static final HttpTransport HTTP = new NetHttpTransport();
    private static final JsonFactory JSON = GsonFactory.getDefaultInstance();

    @Override
    public String library() {
        return "google-oauth-client";
    }

    @Override
    public Class<?> type() {
        return AuthorizationCodeFlow.class;
    }

    @Override
    public void run(Trial trial) throws Exception {
        BasicAuthentication client = new BasicAuthentication(trial.clientId(), trial.secret());
        AuthorizationCodeFlow flow = new AuthorizationCodeFlow.Builder(
                        BearerToken.authorizationHeaderAccessMethod(),
                        HTTP,
                        JSON,
                        new GenericUrl(trial.tokenUrl()),
                        client,
                        trial.clientId(),
                        trial.authorizeUrl())
                .enablePKCE()
                .build();
        String address = flow.newAuthorizationUrl()
                .setRedirectUri(trial.redirectUrl())
                .setState("google")
                .build();
        AuthorizationCodeResponseUrl back = new AuthorizationCodeResponseUrl(trial.visit(address));
        TokenResponse tokens = flow.newTokenRequest(back.getCode())
                .setRedirectUri(trial.redirectUrl())
                .execute();
        trial.passed("code", tokens.get("wid") != null);
        trial.passed("PKCE", address.contains("code_challenge="));
        TokenResponse refreshed = refresh(trial, client, tokens.getRefreshToken());
        trial.passed("refresh", !refreshed.getAccessToken().equals(tokens.getAccessToken()));
        trial.error(errorOf(trial, client));
    }

    private static TokenResponse refresh(Trial trial, BasicAuthentication client, String refreshToken)
            throws IOException {
        return new RefreshTokenRequest(HTTP, JSON, new GenericUrl(trial.tokenUrl()), refreshToken)
                .setClientAuthentication(client)
                .execute();
    }

    private static String errorOf(Trial trial, BasicAuthentication client) throws IOException {
        try {
            refresh(trial, client, Trial.STRANGER);
            return "none";
        } catch (TokenResponseException e) {
            return e.getDetails() == null
                    ? "no details: " + e.getMessage()
                    : e.getDetails().getError();
        }
    }

    @Override
    public String toString() {
        return library();
    }
}
