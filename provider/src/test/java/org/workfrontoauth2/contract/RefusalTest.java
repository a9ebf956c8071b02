package org.workfrontoauth2.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Contract, section 4, and RFC 6749, 5.2: what every refusal looks like. */
class RefusalTest {

    @ParameterizedTest
    @EnumSource
    void theStatusIsOneOfTheContracts(Refusal refusal) {
        assertThat(Dialect.OAUTH.status(refusal)).isIn(400, 401, 405, 413, 415);
    }

    @ParameterizedTest
    @EnumSource
    void invalidClientAndNothingElseIs401(Refusal refusal) {
        assertThat(refusal.error().equals("invalid_client")).isEqualTo(Dialect.OAUTH.status(refusal) == 401);
    }

    @ParameterizedTest
    @EnumSource
    void otherStatusesThan400And401AreInvalidRequests(Refusal refusal) {
        assertThat(Set.of(400, 401).contains(Dialect.OAUTH.status(refusal))
                        || refusal.error().equals("invalid_request"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"METHOD_NOT_ALLOWED, 405", "BODY_TOO_LARGE, 413", "UNSUPPORTED_MEDIA_TYPE, 415"})
    void threeRefusalsHaveAStatusOfTheirOwn(Refusal refusal, int status) {
        assertThat(Dialect.OAUTH.status(refusal)).isEqualTo(status);
    }

    @ParameterizedTest
    @EnumSource
    void theErrorIsOneOfTheStandards(Refusal refusal) {
        assertThat(refusal.error())
                .isIn(
                        "invalid_request",
                        "invalid_client",
                        "invalid_grant",
                        "unauthorized_client",
                        "unsupported_grant_type",
                        "unsupported_response_type");
    }

    /** In the characters that RFC 6749 allows in {@code error_description}. */
    @ParameterizedTest
    @EnumSource
    void theDescriptionIsASentence(Refusal refusal) {
        assertThat(refusal.description()).matches("[A-Z][ !#-\\[\\]-~]+\\.");
    }

    @ParameterizedTest
    @EnumSource
    void theEventHasAnErrorCode(Refusal refusal) {
        assertThat(refusal.event()).matches("[a-z]+(_[a-z]+)*");
    }

    /** Nobody learns which client IDs exist. */
    @Test
    void wrongSecretsAndUnknownApplicationsAnswerAlike() {
        for (Dialect dialect : Dialect.values()) {
            assertThat(List.of(Refusal.DISABLED_CLIENT, Refusal.WRONG_SECRET))
                    .allSatisfy(refusal -> assertThat(dialect.members(refusal, refusal.description()))
                            .isEqualTo(dialect.members(Refusal.UNKNOWN_CLIENT, Refusal.UNKNOWN_CLIENT.description())));
        }
    }

    /** RFC 6749, 5.2: so says its text on {@code invalid_grant}. */
    @ParameterizedTest
    @EnumSource(
            names = {
                "INVALID_CODE",
                "EXPIRED_CODE",
                "OTHER_REDIRECT_URI",
                "MISSING_VERIFIER",
                "MALFORMED_VERIFIER",
                "UNEXPECTED_VERIFIER",
                "WRONG_VERIFIER",
                "TOKEN_OF_ANOTHER_CLIENT",
                "INVALID_REFRESH_TOKEN",
                "ENDED_GRANT",
                "EXPIRED_REFRESH_TOKEN",
                "REUSED_REFRESH_TOKEN"
            })
    void codesAndRefreshTokensThatAreNoGoodAreInvalidGrants(Refusal refusal) {
        assertThat(refusal.error()).isEqualTo("invalid_grant");
        assertThat(Dialect.OAUTH.status(refusal)).isEqualTo(400);
    }
}
