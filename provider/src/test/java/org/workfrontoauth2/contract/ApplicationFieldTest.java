package org.workfrontoauth2.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.workfrontoauth2.contract.ApplicationType.SINGLE_PAGE;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Contract, section 2: the fields that administrators write. */
class ApplicationFieldTest {

    private static final long FIFTY_YEARS = 1_576_800_000L;

    private static void assertRefused(ApplicationField field, Object value) {
        assertThatExceptionOfType(AdministrationRefused.class)
                .isThrownBy(() -> field.read(value, SINGLE_PAGE))
                .satisfies(refused -> {
                    assertThat(refused.status()).isEqualTo(400);
                    assertThat(refused.members("…")).containsEntry("error", "invalid_request");
                    assertThat(refused.said().english())
                            .startsWith(field.member() + " must ")
                            .endsWith(".");
                });
    }

    static Stream<Arguments> good() {
        return Stream.of(
                Arguments.of(ApplicationField.NAME, "Ä name", "Ä name"),
                Arguments.of(ApplicationField.NAME, "x".repeat(255), "x".repeat(255)),
                Arguments.of(ApplicationField.DESCRIPTION, "text", "text"),
                Arguments.of(ApplicationField.DESCRIPTION, "x".repeat(255), "x".repeat(255)),
                Arguments.of(ApplicationField.DESCRIPTION, "", null),
                Arguments.of(ApplicationField.DESCRIPTION, " ", null),
                Arguments.of(ApplicationField.DESCRIPTION, null, null),
                Arguments.of(
                        ApplicationField.REDIRECT_URLS,
                        List.of("https://b.example", "com.a:/cb", "https://b.example"),
                        List.of("https://b.example", "com.a:/cb")),
                Arguments.of(ApplicationField.ROTATE, true, true),
                Arguments.of(ApplicationField.STANDARD_RESPONSES, false, false),
                Arguments.of(ApplicationField.GRACE, 0, 0L),
                Arguments.of(ApplicationField.GRACE, 60L, 60L),
                Arguments.of(ApplicationField.ABSOLUTE_EXPIRATION, 1, 1L),
                Arguments.of(ApplicationField.ABSOLUTE_EXPIRATION, FIFTY_YEARS, FIFTY_YEARS),
                Arguments.of(ApplicationField.ABSOLUTE_EXPIRATION, null, null),
                Arguments.of(ApplicationField.INACTIVE_EXPIRATION, 1, 1L),
                Arguments.of(ApplicationField.INACTIVE_EXPIRATION, FIFTY_YEARS, FIFTY_YEARS),
                Arguments.of(ApplicationField.INACTIVE_EXPIRATION, null, null),
                Arguments.of(ApplicationField.APP_DESCRIPTION_URL, "https://app.example", "https://app.example"),
                Arguments.of(ApplicationField.APP_DESCRIPTION_URL, null, null),
                Arguments.of(ApplicationField.DEVELOPER_NAME, "Jane", "Jane"),
                Arguments.of(ApplicationField.DEVELOPER_EMAIL, "jane@app.example", "jane@app.example"),
                Arguments.of(ApplicationField.DEVELOPER_EMAIL, "", null),
                Arguments.of(ApplicationField.PRIVACY_POLICY_URL, "https://app.example/p", "https://app.example/p"));
    }

    @ParameterizedTest
    @MethodSource("good")
    void whatTheRulesAllowIsRead(ApplicationField field, Object value, Object read) throws AdministrationRefused {
        assertThat(field.read(value, SINGLE_PAGE)).isEqualTo(read);
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                Arguments.of(ApplicationField.NAME, "x".repeat(256)),
                Arguments.of(ApplicationField.NAME, 1),
                Arguments.of(ApplicationField.NAME, "a\0b"),
                Arguments.of(ApplicationField.DESCRIPTION, "x".repeat(256)),
                Arguments.of(ApplicationField.DESCRIPTION, List.of("text")),
                Arguments.of(ApplicationField.REDIRECT_URLS, null),
                Arguments.of(ApplicationField.REDIRECT_URLS, List.of()),
                Arguments.of(ApplicationField.REDIRECT_URLS, "https://app.example"),
                Arguments.of(ApplicationField.REDIRECT_URLS, List.of(1)),
                Arguments.of(ApplicationField.REDIRECT_URLS, Arrays.asList("https://app.example", null)),
                Arguments.of(ApplicationField.REDIRECT_URLS, List.of("https://app.example", "/cb")),
                Arguments.of(ApplicationField.ROTATE, "true"),
                Arguments.of(ApplicationField.ROTATE, 1),
                Arguments.of(ApplicationField.STANDARD_RESPONSES, "false"),
                Arguments.of(ApplicationField.GRACE, -1),
                Arguments.of(ApplicationField.GRACE, 61),
                Arguments.of(ApplicationField.ABSOLUTE_EXPIRATION, 0),
                Arguments.of(ApplicationField.ABSOLUTE_EXPIRATION, -1),
                Arguments.of(ApplicationField.ABSOLUTE_EXPIRATION, FIFTY_YEARS + 1),
                Arguments.of(ApplicationField.ABSOLUTE_EXPIRATION, 1.5),
                Arguments.of(ApplicationField.ABSOLUTE_EXPIRATION, "3600"),
                Arguments.of(ApplicationField.ABSOLUTE_EXPIRATION, BigInteger.TEN.pow(30)),
                Arguments.of(ApplicationField.INACTIVE_EXPIRATION, 0),
                Arguments.of(ApplicationField.INACTIVE_EXPIRATION, FIFTY_YEARS + 1),
                Arguments.of(ApplicationField.APP_DESCRIPTION_URL, "http://app.example"),
                Arguments.of(ApplicationField.APP_DESCRIPTION_URL, "https://app.example/" + "x".repeat(2000)),
                Arguments.of(ApplicationField.DEVELOPER_NAME, true),
                Arguments.of(ApplicationField.DEVELOPER_EMAIL, "jane"),
                Arguments.of(ApplicationField.DEVELOPER_EMAIL, "jane@app"),
                Arguments.of(ApplicationField.DEVELOPER_EMAIL, "jane@doe@app.example"),
                Arguments.of(ApplicationField.DEVELOPER_EMAIL, "Jane <jane@app.example>"),
                Arguments.of(ApplicationField.PRIVACY_POLICY_URL, "javascript:alert(1)"));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void whatTheRulesForbidIsRefusedInASentence(ApplicationField field, Object value) {
        assertRefused(field, value);
    }

    /** RFC 7396: null removes the value, and with it goes back to the default. */
    @ParameterizedTest
    @EnumSource(
            value = ApplicationField.class,
            names = {"ROTATE", "GRACE", "STANDARD_RESPONSES", "ABSOLUTE_EXPIRATION", "INACTIVE_EXPIRATION"})
    void nullGoesBackToTheDefault(ApplicationField field) throws AdministrationRefused {
        assertThat(field.read(null, SINGLE_PAGE)).isNull();
    }

    @Test
    void theNameIsNeverEmpty() {
        for (String name : new String[] {null, "", " "}) {
            assertThatExceptionOfType(AdministrationRefused.class)
                    .isThrownBy(() -> ApplicationField.NAME.read(name, SINGLE_PAGE))
                    .satisfies(refused ->
                            assertThat(refused.said().english()).isEqualTo("name is required and must not be empty."));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyFieldIsFoundByItsMember(ApplicationField field) {
        assertThat(ApplicationField.of(field.member())).contains(field);
        assertThat(ApplicationField.of(field.member().toUpperCase(Locale.ROOT))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "NAME, true",
        "DESCRIPTION, true",
        "REDIRECT_URLS, false",
        "ROTATE, false",
        "GRACE, false",
        "ABSOLUTE_EXPIRATION, false",
        "INACTIVE_EXPIRATION, false",
        "STANDARD_RESPONSES, true",
        "APP_DESCRIPTION_URL, true",
        "DEVELOPER_NAME, true",
        "DEVELOPER_EMAIL, true",
        "PRIVACY_POLICY_URL, true",
    })
    void machineToMachineApplicationsHaveNoRedirectUrlsAndNoRefreshTokens(ApplicationField field, boolean fits) {
        assertThat(field.fits(ApplicationType.MACHINE_TO_MACHINE)).isEqualTo(fits);
        assertThat(field.fits(ApplicationType.WEB)).isTrue();
        assertThat(field.fits(ApplicationType.SINGLE_PAGE)).isTrue();
    }
}
