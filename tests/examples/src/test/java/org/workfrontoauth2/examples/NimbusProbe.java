package org.workfrontoauth2.examples;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import com.nimbusds.oauth2.sdk.TokenIntrospectionResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import java.net.URI;

final class NimbusProbe implements Probe {

    @Override
    public String library() {
        return "oauth2-oidc-sdk";
    }

    @Override
    public Class<?> type() {
        return TokenRequest.class;
    }

    @Override
    public void run(Trial trial) throws Exception {
        AuthorizationServerMetadata server = AuthorizationServerMetadata.resolve(new Issuer(trial.issuer()));
        ClientAuthentication client = new ClientSecretBasic(new ClientID(trial.clientId()), new Secret(trial.secret()));
        URI redirectUrl = URI.create(trial.redirectUrl());
        State state = new State();
        CodeVerifier verifier = new CodeVerifier();
        URI address = new AuthorizationRequest.Builder(new ResponseType(ResponseType.Value.CODE), client.getClientID())
                .endpointURI(server.getAuthorizationEndpointURI())
                .redirectionURI(redirectUrl)
                .state(state)
                .codeChallenge(verifier, CodeChallengeMethod.S256)
                .build()
                .toURI();
        AuthorizationResponse back = AuthorizationResponse.parse(URI.create(trial.visit(address.toString())));
        AccessTokenResponse tokens = success(
                server,
                client,
                new AuthorizationCodeGrant(back.toSuccessResponse().getAuthorizationCode(), redirectUrl, verifier));
        trial.passed(
                "code",
                back.getIssuer().equals(server.getIssuer()) && back.getState().equals(state));
        trial.passed("PKCE");

        AccessTokenResponse refreshed =
                success(server, client, new RefreshTokenGrant(tokens.getTokens().getRefreshToken()));
        AccessToken sessionId = refreshed.getTokens().getAccessToken();
        trial.passed("refresh", !sessionId.equals(tokens.getTokens().getAccessToken()));
        trial.passed("introspect", isActive(server, client, sessionId));
        new TokenRevocationRequest(
                        server.getRevocationEndpointURI(),
                        client,
                        refreshed.getTokens().getRefreshToken())
                .toHTTPRequest()
                .send()
                .ensureStatusCode(200);
        trial.passed("revoke", !isActive(server, client, sessionId));
        trial.error(send(server, client, new RefreshTokenGrant(new RefreshToken(Trial.STRANGER)))
                .toErrorResponse()
                .getErrorObject()
                .getCode());
    }

    private static AccessTokenResponse success(
            AuthorizationServerMetadata server, ClientAuthentication client, AuthorizationGrant grant)
            throws Exception {
        TokenResponse response = send(server, client, grant);
        if (!response.indicatesSuccess()) {
            throw new IllegalStateException(
                    response.toErrorResponse().getErrorObject().toString());
        }
        return response.toSuccessResponse();
    }

    private static TokenResponse send(
            AuthorizationServerMetadata server, ClientAuthentication client, AuthorizationGrant grant)
            throws Exception {
        return TokenResponse.parse(new TokenRequest(server.getTokenEndpointURI(), client, grant)
                .toHTTPRequest()
                .send());
    }

    private static boolean isActive(
            AuthorizationServerMetadata server, ClientAuthentication client, AccessToken sessionId) throws Exception {
        return TokenIntrospectionResponse.parse(
                        new TokenIntrospectionRequest(server.getIntrospectionEndpointURI(), client, sessionId)
                                .toHTTPRequest()
                                .send())
                .toSuccessResponse()
                .isActive();
    }

    @Override
    public String toString() {
        return library();
    }
}
