package org.workfrontoauth2.contract.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.workfrontoauth2.contract.Refusing.refusalOf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.contract.Refused;

/** Registration, section 2: a request for an access token. */
class ClientTokenRequestTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String GOOD = "client_id=c1&client_secret=s1&grant_type=client_credentials";

    private static ClientTokenRequest form(String body) throws Refused {
        return read(FORM, null, "", true, body);
    }

    private static ClientTokenRequest read(
            String type, String authorization, String query, boolean queryCounts, String body) throws Refused {
        ByteBuffer bytes = ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8));
        return ClientTokenRequest.read(new ClientTokenRequest.Sent(type, authorization, query, queryCounts, bytes));
    }

    @Test
    void aFormIsRead() throws Refused {
        assertThat(form(GOOD)).isEqualTo(new ClientTokenRequest("c1", "s1"));
        assertThat(form(GOOD + "&scope=x&scope=y")).isEqualTo(new ClientTokenRequest("c1", "s1"));
    }

    /** As one public client sends it. */
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"application/json", "application/json;charset=utf-8", FORM})
    void withoutABodyTheQueryIsRead(String type) throws Refused {
        assertThat(read(type, null, GOOD, true, "")).isEqualTo(new ClientTokenRequest("c1", "s1"));
    }

    @Test
    void aRealmMaySwitchTheQueryOff() {
        assertThat(refusalOf(() -> read(FORM, null, GOOD, false, ""))).isEqualTo(RegistrationRefusal.TWO_CREDENTIALS);
        assertThat(refusalOf(() -> read("application/json", null, GOOD, false, "")))
                .isEqualTo(RegistrationRefusal.UNSUPPORTED_MEDIA_TYPE);
    }

    @Test
    void twoWaysOfAuthenticationAreRefused() {
        assertThat(refusalOf(() -> read(FORM, "Basic YTpi", "", true, GOOD)))
                .isEqualTo(RegistrationRefusal.TWO_CREDENTIALS);
        assertThat(refusalOf(() -> read(FORM, null, "client_secret=s1", true, GOOD)))
                .isEqualTo(RegistrationRefusal.TWO_CREDENTIALS);
        assertThat(refusalOf(() -> read(FORM, "Basic YTpi", GOOD, true, "")))
                .isEqualTo(RegistrationRefusal.TWO_CREDENTIALS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "client_id=c1&client_id=c1&client_secret=s1&grant_type=client_credentials",
                "client_id=c1&client_secret=s1&client_secret=s2&grant_type=client_credentials",
                "client_id=c1&client_secret=s1&grant_type=client_credentials&grant_type=client_credentials"
            })
    void repeatedParametersAreRefused(String body) {
        assertThat(refusalOf(() -> form(body))).isEqualTo(RegistrationRefusal.REPEATED_PARAMETER);
        assertThat(refusalOf(() -> read(null, null, body, true, ""))).isEqualTo(RegistrationRefusal.REPEATED_PARAMETER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "client_id=c1&grant_type=client_credentials",
                "client_secret=s1&grant_type=client_credentials",
                "client_id=&client_secret=s1&grant_type=client_credentials",
                "grant_type=client_credentials"
            })
    void bothCredentialsAreRequired(String body) {
        assertThat(refusalOf(() -> form(body))).isEqualTo(RegistrationRefusal.MISSING_CREDENTIALS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "refresh_token", "authorization_code", "Client_Credentials"})
    void otherGrantTypesAreRefused(String type) {
        assertThat(refusalOf(() -> form("client_id=c1&client_secret=s1&grant_type=" + type)))
                .isEqualTo(RegistrationRefusal.UNSUPPORTED_GRANT_TYPE);
    }

    @Test
    void theGrantTypeIsRequired() {
        assertThat(refusalOf(() -> form("client_id=c1&client_secret=s1")))
                .isEqualTo(RegistrationRefusal.MISSING_GRANT_TYPE);
        assertThat(refusalOf(() -> read(null, null, "", true, ""))).isEqualTo(RegistrationRefusal.MISSING_GRANT_TYPE);
    }

    @Test
    void bodiesThatCannotBeReadAreRefused() {
        assertThat(refusalOf(() -> form("client_id=%zz"))).isEqualTo(RegistrationRefusal.MALFORMED_BODY);
        assertThat(refusalOf(() -> form("a=" + "b".repeat(17_000)))).isEqualTo(RegistrationRefusal.BODY_TOO_LARGE);
        assertThat(refusalOf(() -> read("application/json", null, "", true, "{}")))
                .isEqualTo(RegistrationRefusal.UNSUPPORTED_MEDIA_TYPE);
        assertThat(refusalOf(() -> form(GOOD.replace("s1", "s".repeat(256)))))
                .isEqualTo(RegistrationRefusal.OVERSIZED_PARAMETER);
    }

    @Test
    void theSecretIsNotPrinted() throws Refused {
        assertThat(form(GOOD)).hasToString("ClientTokenRequest of c1");
    }
}
