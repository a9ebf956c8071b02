package org.workfrontoauth2.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.workfrontoauth2.contract.Refusing.refusalOf;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.contract.TokenRequest.Grant;

/** Contract, section 4: two grants, and the parameters of each. */
class TokenGrantTest {

    private static TokenRequest form(String body) throws Refused {
        return TokenRequest.read("application/x-www-form-urlencoded", null, body.getBytes(UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "AUTHORIZATION_CODE, grant_type=authorization_code&code=c&redirect_uri=u",
        "AUTHORIZATION_CODE, grant_type=authorization_code&code=c&redirect_uri=u&code_verifier=v",
        "REFRESH_TOKEN,      grant_type=refresh_token&refresh_token=r",
        "REFRESH_TOKEN,      grant_type=refresh_token&refresh_token=r&redirect_uri=u",
    })
    void theTwoGrantsAreKnown(Grant grant, String body) throws Refused {
        assertThat(form(body).grant()).isEqualTo(grant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "client_credentials",
                "implicit",
                "urn:ietf:params:oauth:grant-type:device_code",
                "urn:ietf:params:oauth:grant-type:token-exchange",
                "urn:ietf:params:oauth:grant-type:jwt-bearer",
                "urn:ietf:params:oauth:grant-type:uma-ticket",
                "urn:openid:params:grant-type:ciba",
                "Authorization_Code",
                "REFRESH_TOKEN",
                " refresh_token"
            })
    void everyOtherGrantIsUnsupported(String type) {
        assertThat(refusalOf(() -> form("code=c&redirect_uri=u&refresh_token=r&grant_type=" + type)
                        .grant()))
                .isEqualTo(Refusal.UNSUPPORTED_GRANT_TYPE);
    }

    @ParameterizedTest
    @CsvSource({
        "MISSING_GRANT_TYPE,    code=c&redirect_uri=u&refresh_token=r",
        "MISSING_GRANT_TYPE,    grant_type=&code=c&redirect_uri=u&refresh_token=r",
        "MISSING_CODE,          grant_type=authorization_code&redirect_uri=u",
        "MISSING_CODE,          grant_type=authorization_code&redirect_uri=u&code=",
        "MISSING_REDIRECT_URI,  grant_type=authorization_code&code=c",
        "MISSING_REDIRECT_URI,  grant_type=authorization_code&code=c&redirect_uri=",
        "MISSING_REFRESH_TOKEN, grant_type=refresh_token",
        "MISSING_REFRESH_TOKEN, grant_type=refresh_token&refresh_token=&code=c&redirect_uri=u",
    })
    void requiredParametersMustBeThere(Refusal refusal, String body) {
        assertThat(refusalOf(() -> form(body).grant())).isEqualTo(refusal);
    }

    private static final String EVERYTHING = "&code=c&redirect_uri=u&code_verifier=v&refresh_token=r&client_id=other"
            + "&client_secret=s&scope=openid&audience=a&client_assertion=j&client_assertion_type=t&resource=x&y=z";

    @Test
    void onlyTheParametersOfACodeReachTheServer() throws Refused {
        assertThat(form("grant_type=authorization_code" + EVERYTHING).ofGrant(Grant.AUTHORIZATION_CODE, "acme-web"))
                .isEqualTo(Map.of(
                        "client_id", "acme-web",
                        "grant_type", "authorization_code",
                        "code", "c",
                        "redirect_uri", "u",
                        "code_verifier", "v"));
    }

    @Test
    void onlyTheParametersOfARefreshReachTheServer() throws Refused {
        assertThat(form("grant_type=refresh_token" + EVERYTHING).ofGrant(Grant.REFRESH_TOKEN, "acme-web"))
                .isEqualTo(Map.of("client_id", "acme-web", "grant_type", "refresh_token", "refresh_token", "r"));
    }

    @Test
    void emptyParametersDoNotReachTheServer() throws Refused {
        assertThat(form("grant_type=authorization_code&code=c&redirect_uri=u&code_verifier=")
                        .ofGrant(Grant.AUTHORIZATION_CODE, "acme-web"))
                .containsOnlyKeys("client_id", "grant_type", "code", "redirect_uri");
    }
}
