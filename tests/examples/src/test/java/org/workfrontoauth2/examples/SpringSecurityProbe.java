package org.workfrontoauth2.examples;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.springframework.core.convert.converter.Converter;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.DefaultMapOAuth2AccessTokenResponseConverter;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.server.resource.introspection.SpringOpaqueTokenIntrospector;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriComponentsBuilder;

/** The parts that Spring Boot puts together, without a web server around them. */
final class SpringSecurityProbe implements Probe {

    @Override
    public String library() {
        return "spring-security-oauth2-client";
    }

    @Override
    public Class<?> type() {
        return ClientRegistration.class;
    }

    @Override
    public void run(Trial trial) {
        ClientRegistration registration = ClientRegistrations.fromIssuerLocation(trial.issuer())
                .registrationId("workfront")
                .clientId(trial.clientId())
                .clientSecret(trial.secret())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(trial.redirectUrl())
                .build();
        OAuth2AuthorizationRequest.Builder builder = OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(registration.getProviderDetails().getAuthorizationUri())
                .clientId(trial.clientId())
                .redirectUri(trial.redirectUrl())
                .state("spring")
                .attributes(all -> all.put(OAuth2ParameterNames.REGISTRATION_ID, "workfront"));
        OAuth2AuthorizationRequestCustomizers.withPkce().accept(builder);
        OAuth2AuthorizationRequest request = builder.build();
        String code = UriComponentsBuilder.fromUriString(trial.visit(request.getAuthorizationRequestUri()))
                .build()
                .getQueryParams()
                .getFirst("code");

        RestClientAuthorizationCodeTokenResponseClient codes = new RestClientAuthorizationCodeTokenResponseClient();
        RestClientRefreshTokenTokenResponseClient refreshes = new RestClientRefreshTokenTokenResponseClient();
        if (!trial.isStandard()) {
            codes.setRestClient(forWorkfront());
            refreshes.setRestClient(forWorkfront());
        }
        OAuth2AccessTokenResponse tokens = codes.getTokenResponse(new OAuth2AuthorizationCodeGrantRequest(
                registration,
                new OAuth2AuthorizationExchange(
                        request,
                        OAuth2AuthorizationResponse.success(code)
                                .redirectUri(trial.redirectUrl())
                                .state("spring")
                                .build())));
        trial.passed("code", tokens.getAdditionalParameters().containsKey("wid"));
        trial.passed("PKCE", request.getAttributes().containsKey(PkceParameterNames.CODE_VERIFIER));

        OAuth2AccessTokenResponse refreshed = refreshes.getTokenResponse(
                new OAuth2RefreshTokenGrantRequest(registration, tokens.getAccessToken(), tokens.getRefreshToken()));
        trial.passed(
                "refresh",
                !refreshed
                        .getAccessToken()
                        .getTokenValue()
                        .equals(tokens.getAccessToken().getTokenValue()));

        if (!trial.isStandard()) {
            assertThatThrownBy(() -> new RestClientRefreshTokenTokenResponseClient()
                            .getTokenResponse(new OAuth2RefreshTokenGrantRequest(
                                    registration, tokens.getAccessToken(), tokens.getRefreshToken())))
                    .hasStackTraceContaining("tokenType cannot be null");
        }

        String user = SpringOpaqueTokenIntrospector.withIntrospectionUri(trial.introspectionUrl())
                .clientId(trial.clientId())
                .clientSecret(trial.secret())
                .build()
                .introspect(refreshed.getAccessToken().getTokenValue())
                .getAttribute("username");
        trial.passed("introspect", "alice".equals(user));

        trial.error(errorOf(() -> refreshes.getTokenResponse(new OAuth2RefreshTokenGrantRequest(
                registration, tokens.getAccessToken(), new OAuth2RefreshToken(Trial.STRANGER, null)))));
    }

    private static String errorOf(Runnable refused) {
        try {
            refused.run();
            return "none";
        } catch (OAuth2AuthorizationException e) {
            return e.getError().getErrorCode();
        }
    }

    /** What has to be set for the token type sessionID. */
    private static RestClient forWorkfront() {
        Converter<Map<String, Object>, OAuth2AccessTokenResponse> standard =
                new DefaultMapOAuth2AccessTokenResponseConverter();
        OAuth2AccessTokenResponseHttpMessageConverter answers = new OAuth2AccessTokenResponseHttpMessageConverter();
        answers.setAccessTokenResponseConverter(answer -> {
            Map<String, Object> asBearer = new HashMap<>(answer);
            asBearer.put(OAuth2ParameterNames.TOKEN_TYPE, "Bearer");
            return standard.convert(asBearer);
        });
        return RestClient.builder()
                .messageConverters(converters -> {
                    converters.clear();
                    converters.add(new FormHttpMessageConverter());
                    converters.add(answers);
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
    }

    @Override
    public String toString() {
        return library();
    }
}
