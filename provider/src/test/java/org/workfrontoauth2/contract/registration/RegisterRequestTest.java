package org.workfrontoauth2.contract.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.workfrontoauth2.contract.Refusing.refusalOf;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.contract.Refused;

/** Registration, section 1: what is sent to be registered. */
class RegisterRequestTest {

    private static final String JSON = "application/json";

    private static RegisterRequest read(String body) throws Refused {
        return read(JSON, body);
    }

    private static RegisterRequest read(String type, String body) throws Refused {
        return RegisterRequest.read(type, body.getBytes(StandardCharsets.UTF_8));
    }

    private static String body(String rest) {
        return "{\"software_statement\": \"" + Statement.good().text() + "\"" + rest + "}";
    }

    @Test
    void theStatementAndTheRedirectUriAreRead() throws Refused {
        RegisterRequest request = read(body(", \"redirect_uri\": \"adobepass://com.example\""));

        assertThat(request.statement().softwareId()).isEqualTo(Statement.SOFTWARE);
        assertThat(request.redirectUri()).contains("adobepass://com.example");
    }

    @Test
    void theRedirectUriMayBeLeftOut() throws Refused {
        assertThat(read(body("")).redirectUri()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json;charset=utf-8",
                "application/json; charset=UTF-8",
                "Application/JSON"
            })
    void jsonMayNameItsCharset(String type) throws Refused {
        assertThat(read(type, body("")).redirectUri()).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "text/plain", "application/x-www-form-urlencoded", "application/jsonx", ";"})
    void otherTypesAreRefused(String type) {
        assertThat(refusalOf(() -> read(type, body("")))).isEqualTo(RegistrationRefusal.UNSUPPORTED_MEDIA_TYPE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ", \"client_name\": \"x\"",
                ", \"scopes\": [\"a\", {\"b\": 1}]",
                ", \"grant_types\": null, \"x\": 1.5e3",
                ", \"x\": 1, \"x\": 2"
            })
    void unknownMembersAreIgnored(String rest) throws Refused {
        assertThat(read(body(rest)).statement().softwareId()).isEqualTo(Statement.SOFTWARE);
    }

    @Test
    void aRepeatedMemberIsRefused() {
        assertThat(refusalOf(() -> read(body(", \"software_statement\": \"x\""))))
                .isEqualTo(RegistrationRefusal.REPEATED_PARAMETER);
        assertThat(refusalOf(() -> read(body(", \"redirect_uri\": \"a:b\", \"redirect_uri\": \"a:b\""))))
                .isEqualTo(RegistrationRefusal.REPEATED_PARAMETER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"software_statement\": \"\"}", "{\"software_statement\": null}"})
    void withoutAStatementItIsRefused(String body) {
        assertThat(refusalOf(() -> read(body))).isEqualTo(RegistrationRefusal.MISSING_STATEMENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "x",
                "{",
                "{} {}",
                "{\"software_statement\": 7}",
                "{\"software_statement\": [\"a\"]}",
                "{\"redirect_uri\": \"a\\u0000\"}"
            })
    void otherBodiesAreRefused(String body) {
        assertThat(refusalOf(() -> read(body))).isEqualTo(RegistrationRefusal.MALFORMED_BODY);
    }

    @Test
    void deepJsonIsRefused() {
        String deep = body(", \"x\": " + "[".repeat(5000) + "]".repeat(5000));

        assertThat(refusalOf(() -> read(deep))).isEqualTo(RegistrationRefusal.MALFORMED_BODY);
    }

    @Test
    void largeBodiesAreRefused() {
        assertThat(refusalOf(() -> read(body(", \"x\": \"" + "a".repeat(17_000) + "\""))))
                .isEqualTo(RegistrationRefusal.BODY_TOO_LARGE);
    }

    @Test
    void whatIsNotUtf8IsRefused() {
        assertThat(refusalOf(() -> RegisterRequest.read(JSON, new byte[] {'{', (byte) 0xC3, '}'})))
                .isEqualTo(RegistrationRefusal.MALFORMED_BODY);
    }
}
