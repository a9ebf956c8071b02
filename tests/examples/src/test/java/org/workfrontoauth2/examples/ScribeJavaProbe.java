package org.workfrontoauth2.examples;

import com.github.scribejava.core.builder.ServiceBuilder;
import com.github.scribejava.core.builder.api.DefaultApi20;
import com.github.scribejava.core.model.OAuth2AccessToken;
import com.github.scribejava.core.model.OAuth2AccessTokenErrorResponse;
import com.github.scribejava.core.oauth.AccessTokenRequestParams;
import com.github.scribejava.core.oauth.AuthorizationUrlBuilder;
import com.github.scribejava.core.oauth.OAuth20Service;

final class ScribeJavaProbe implements Probe {

    @Override
    public String library() {
        return "scribejava-core";
    }

    @Override
    public Class<?> type() {
        return ServiceBuilder.class;
    }

    @Override
    public void run(Trial trial) throws Exception {
        DefaultApi20 api = new DefaultApi20() {
            @Override
            public String getAccessTokenEndpoint() {
                return trial.tokenUrl();
            }

            @Override
            protected String getAuthorizationBaseUrl() {
                return trial.authorizeUrl();
            }

            @Override
            public String getRevokeTokenEndpoint() {
                return trial.revocationUrl();
            }
        };
        try (OAuth20Service service = new ServiceBuilder(trial.clientId())
                .apiSecret(trial.secret())
                .callback(trial.redirectUrl())
                .build(api)) {
            AuthorizationUrlBuilder address =
                    service.createAuthorizationUrlBuilder().state("scribe").initPKCE();
            String code =
                    service.extractAuthorization(trial.visit(address.build())).getCode();
            OAuth2AccessToken tokens = service.getAccessToken(AccessTokenRequestParams.create(code)
                    .pkceCodeVerifier(address.getPkce().getCodeVerifier()));
            trial.passed("code", tokens.getRefreshToken() != null);
            trial.passed("PKCE");
            OAuth2AccessToken refreshed = service.refreshAccessToken(tokens.getRefreshToken());
            trial.passed("refresh", !refreshed.getAccessToken().equals(tokens.getAccessToken()));
            service.revokeToken(refreshed.getRefreshToken());
            trial.passed("revoke", !"none".equals(errorOf(service, refreshed.getRefreshToken())));
            trial.error(errorOf(service, Trial.STRANGER));
        }
    }

    private static String errorOf(OAuth20Service service, String refreshToken) throws Exception {
        try {
            service.refreshAccessToken(refreshToken);
            return "none";
        } catch (OAuth2AccessTokenErrorResponse e) {
            return e.getError() == null ? "null" : e.getError().getErrorString();
        }
    }

    @Override
    public String toString() {
        return library();
    }
}
