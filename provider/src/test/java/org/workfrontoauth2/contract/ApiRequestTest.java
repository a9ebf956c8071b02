package org.workfrontoauth2.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.workfrontoauth2.contract.Refusing.refusalOf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract, section 6: a GET, or a POST that says {@code method=GET}. */
class ApiRequestTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final List<Map.Entry<String, String>> NONE = List.of();

    private static ApiRequest post(String type, String body) throws Refused {
        return ApiRequest.post(NONE, type, body.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {FORM, FORM + ";charset=UTF-8", "Application/X-WWW-Form-URLEncoded ; charset=utf-8"})
    void aFormCarriesTheSessionId(String type) throws Refused {
        assertThat(post(type, "sessionID=s1&method=GET").sessionId(List.of(), null))
                .contains("s1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"method=GET", "method=get", "a=b&method=GET&method=Get"})
    void aPostThatSaysGetIsAGet(String body) throws Refused {
        assertThat(post(FORM, body).sessionId(List.of("s1"), null)).contains("s1");
        assertThat(post(FORM, body).sessionId(List.of(), "Bearer s1")).contains("s1");
    }

    @Test
    void theQueryMaySayItToo() throws Refused {
        List<Map.Entry<String, String>> query = List.of(Map.entry("method", "GET"), Map.entry("sessionID", "s1"));

        assertThat(ApiRequest.post(query, null, new byte[0]).sessionId(List.of(), null))
                .contains("s1");
        assertThat(ApiRequest.post(query, "application/json", "{".getBytes(StandardCharsets.UTF_8))
                        .sessionId(List.of(), null))
                .contains("s1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sessionID=s1", "method=", "method=PUT", "method=GET&method=POST", "METHOD=GET"})
    void anyOtherPostIsNot(String body) {
        assertThat(refusalOf(() -> post(FORM, body))).isEqualTo(Refusal.METHOD_NOT_ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "multipart/form-data; boundary=x", "text/plain", "", "x"})
    void aBodyThatIsNoFormIsNotRead(String type) {
        assertThat(refusalOf(() -> post(type, "method=GET&sessionID=s1"))).isEqualTo(Refusal.METHOD_NOT_ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"method=GET&a=%zz", "method=GET&a=%", "method=GET&%00", "method=GET&a=%C3%28"})
    void aFormThatCannotBeReadIsRefused(String body) {
        assertThat(refusalOf(() -> post(FORM, body))).isEqualTo(Refusal.MALFORMED_FORM);
    }

    @Test
    void aFormThatIsTooLargeIsRefused() {
        byte[] body = new byte[TokenRequest.MAX_BYTES + 1];

        assertThat(refusalOf(() -> ApiRequest.post(NONE, FORM, body))).isEqualTo(Refusal.BODY_TOO_LARGE);
    }

    @ParameterizedTest
    @CsvSource({"s1, s2", "s1, S1"})
    void twoDifferentSessionIdsAreRefused(String one, String other) {
        String both = "method=GET&sessionID=" + one + "&sessionID=" + other;

        assertThat(refusalOf(() -> post(FORM, both).sessionId(List.of(), null))).isEqualTo(Refusal.TWO_SESSION_IDS);
        assertThat(refusalOf(() -> post(FORM, "method=GET&sessionID=" + one).sessionId(List.of(other), null)))
                .isEqualTo(Refusal.TWO_SESSION_IDS);
    }

    @Test
    void theSameSessionIdTwiceIsOne() throws Refused {
        assertThat(post(FORM, "method=GET&sessionID=s1&sessionID=s1").sessionId(List.of("s1"), "Bearer s1"))
                .contains("s1");
    }

    @Test
    void valuesAreNotShown() throws Refused {
        assertThat(post(FORM, "sessionID=s1&method=GET").toString())
                .contains("sessionID")
                .doesNotContain("s1");
    }
}
