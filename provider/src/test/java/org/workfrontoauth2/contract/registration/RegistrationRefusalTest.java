package org.workfrontoauth2.contract.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Registration, sections 1 to 4: what every refusal looks like. */
class RegistrationRefusalTest {

    @ParameterizedTest
    @EnumSource
    void theStatusIsOneOfTheContracts(RegistrationRefusal refusal) {
        assertThat(RegistrationDialect.REGISTRATION.status(refusal)).isIn(400, 401, 405, 429);
    }

    @ParameterizedTest
    @EnumSource
    void theErrorIsOneOfTheContracts(RegistrationRefusal refusal) {
        assertThat(refusal.error())
                .isIn(
                        "invalid_request",
                        "invalid_redirect_uri",
                        "invalid_software_statement",
                        "unapproved_software_statement",
                        "invalid_client",
                        "unauthorized_client",
                        "unsupported_grant_type",
                        "invalid_token",
                        "invalid_access_token_client_application",
                        "too_many_requests");
    }

    /** Not 401, as everywhere else in OAuth2. */
    @ParameterizedTest
    @EnumSource(names = {"UNKNOWN_CLIENT", "WRONG_SECRET"})
    void invalidClientIs400(RegistrationRefusal refusal) {
        assertThat(RegistrationDialect.REGISTRATION.status(refusal)).isEqualTo(400);
        assertThat(RegistrationDialect.REGISTRATION.members(refusal, refusal.description()))
                .isEqualTo(Map.of("error", "invalid_client"));
    }

    @Test
    void aClientWhoseApplicationEndedIsToldToRegisterAgain() {
        assertThat(RegistrationDialect.REGISTRATION.members(RegistrationRefusal.CLIENT_ENDED, ""))
                .isEqualTo(Map.of(
                        "error", "invalid_access_token_client_application", "action", "application-registration"));
    }

    @ParameterizedTest
    @CsvSource({
        "MALFORMED_STATEMENT, invalid_software_statement",
        "OTHER_JWT,           invalid_software_statement",
        "STATEMENT_SIGNATURE, invalid_software_statement",
        "STATEMENT_GONE,      unapproved_software_statement",
        "STATEMENT_REVOKED,   unapproved_software_statement",
        "REDIRECT_URI,        invalid_redirect_uri",
    })
    void statementsAndRedirectUrisHaveErrorsOfTheirOwn(RegistrationRefusal refusal, String error) {
        assertThat(refusal.error()).isEqualTo(error);
        assertThat(RegistrationDialect.REGISTRATION.status(refusal)).isEqualTo(400);
    }

    @ParameterizedTest
    @EnumSource
    void theEventHasAnErrorCodeAndASentence(RegistrationRefusal refusal) {
        assertThat(refusal.event()).matches("[a-z]+(_[a-z]+)*");
        assertThat(refusal.description()).matches("[A-Z][ -~]+\\.");
    }
}
