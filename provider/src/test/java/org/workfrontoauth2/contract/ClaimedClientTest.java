package org.workfrontoauth2.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract, section 4: an error's dialect is that of the client ID in the request, however bad the rest of it is. */
class ClaimedClientTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";
    private static final String BASIC = "Basic " + Base64.getEncoder().encodeToString("in-header:s".getBytes(UTF_8));

    private static Optional<String> claimed(String contentType, String authorization, String body) {
        return TokenRequest.claimedClient(contentType, authorization, body.getBytes(UTF_8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "application/x-www-form-urlencoded | client_id=acme-web",
                "application/x-www-form-urlencoded | client_id=acme-web&grant_type=nonsense",
                "application/x-www-form-urlencoded | client_id=acme-web&code=1&code=2",
                "application/json                  | {\"client_id\": \"acme-web\"}",
                "application/json                  | {\"client_id\": \"acme-web\", \"code\": \"1\", \"code\": \"2\"}",
            })
    void theBodyNamesTheClient(String contentType, String body) {
        assertThat(claimed(contentType, null, body)).contains("acme-web");
        assertThat(claimed(contentType, "Bearer x", body)).contains("acme-web");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "client_id=in-body", "a=%", "client_id=1&client_id=2"})
    void theHeaderNamesTheClientWhateverTheBodyIs(String body) {
        assertThat(claimed(FORM, BASIC, body)).contains("in-header");
        assertThat(claimed("text/plain", BASIC, body)).contains("in-header");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "application/x-www-form-urlencoded | client_id=",
                "application/x-www-form-urlencoded | client_id=1&client_id=2",
                "application/x-www-form-urlencoded | client_id=acme-web&a=%",
                "application/json                  | {\"client_id\": 1}",
                "application/json                  | {\"client_id\": \"acme-web\"",
                "text/plain                        | client_id=acme-web",
                "                                  | client_id=acme-web",
            })
    void whatCannotBeReadNamesNobody(String contentType, String body) {
        assertThat(claimed(contentType, null, body)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Basic ", "Basic !", "Basic YQ==", "Basic OnM="})
    void aHeaderThatCannotBeReadLeavesItToTheBody(String authorization) {
        assertThat(claimed(FORM, authorization, "client_id=in-body")).contains("in-body");
        assertThat(claimed(FORM, authorization, "")).isEmpty();
    }

    @Test
    void bodiesOverTheLimitNameNobody() {
        String body = "client_id=acme-web&x=" + "x".repeat(TokenRequest.MAX_BYTES);

        assertThat(claimed(FORM, null, body)).isEmpty();
        assertThat(claimed(FORM, BASIC, body)).contains("in-header");
    }

    @Test
    void noClientIdIsLongerThanKeycloaks() {
        assertThat(claimed(FORM, null, "client_id=" + "x".repeat(255))).isPresent();
        assertThat(claimed(FORM, null, "client_id=" + "x".repeat(256))).isEmpty();
        assertThat(claimed(JSON, null, "{\"client_id\": \"" + "x".repeat(256) + "\"}"))
                .isEmpty();
    }
}
