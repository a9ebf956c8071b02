package org.workfrontoauth2.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyTest {

    private static Optional<Parameters> read(String json) {
        return JsonBody.read(json, Set.of("code", "state"));
    }

    private static Parameters parameters(String json) {
        return read(json).orElseThrow();
    }

    @Test
    void membersAreTheParameters() {
        Parameters parameters = parameters("{\"code\": \"a b+c%20\", \"state\": \"\\u00e4\\n\", \"x\": \"1\"}");

        assertThat(parameters.values()).isEqualTo(Map.of("code", "a b+c%20", "state", "ä\n", "x", "1"));
        assertThat(parameters.repeated()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", " {\t} \r\n", "{\"code\": null}", "{\"code\": \"\"}", "{\"Code\": \"1\"}"})
    void nullAndEmptyMembersCountAsLeftOut(String json) {
        assertThat(parameters(json).get("code")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "-1.5e3", "true", "false", "[]", "[\"1\"]", "{}", "{\"a\": \"1\"}"})
    void membersOfTheContractMustBeStrings(String value) {
        assertThat(read("{\"code\": " + value + "}")).isEmpty();
        assertThat(read("{\"state\": \"1\", \"code\": " + value + "}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "-1.5e3", "true", "null", "[1, [2], {\"code\": 3}]", "{\"code\": [1]}"})
    void otherMembersMayBeAnything(String value) {
        Parameters parameters = parameters("{\"x\": " + value + ", \"code\": \"1\"}");

        assertThat(parameters.values()).isEqualTo(Map.of("code", "1"));
        assertThat(parameters.repeated()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "true",
                "1",
                "\"code\"",
                "[]",
                "[{\"code\": \"1\"}]",
                "code=1",
                "\uFEFF\uFEFF{}",
                "{}\uFEFF",
                " \uFEFF{}",
                "{",
                "{\"code\"",
                "{\"code\":",
                "{\"code\": }",
                "{\"code\": \"1\"",
                "{\"code\": \"1",
                "{\"code\": \"1\",}",
                "{\"code\": \"1\"]",
                "{\"code\": \"\\x\"}",
                "{\"code\": \"\\u12\"}",
                "{\"code\": \"a\nb\"}",
                "{code: \"1\"}",
                "{'code': '1'}",
                "{\"x\": NaN}",
                "{\"x\": 01}",
                "{\"x\": [1, }",
                "{/* */}",
            })
    void whatIsNotAJsonObjectIsRefused(String text) {
        assertThat(read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "}", "x", ",", "null", "\0", "{\"code\": \"2\"}", "//"})
    void trailingGarbageIsRefused(String garbage) {
        assertThat(read("{\"code\": \"1\"}")).isPresent();
        assertThat(read("{\"code\": \"1\"}" + garbage)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            quoteCharacter = '`',
            value = {
                "{\"code\": \"1\", \"code\": \"2\"}          -> code",
                "{\"code\": \"1\", \"\\u0063ode\": \"2\"}    -> code",
                "{\"code\": \"1\", \"code\": null}           -> code",
                "{\"code\": null, \"code\": \"1\"}           -> code",
                "{\"code\": \"1\", \"x\": 1, \"x\": [2]}     -> x",
            })
    void repeatedMembersAreTold(String json, String name) {
        assertThat(parameters(json).repeated()).containsExactly(name);
        assertThat(parameters(json).get("code")).contains("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"code", "x"})
    void theNulCharacterIsRefused(String name) {
        assertThat(read("{\"" + name + "\": \"a\\u0000b\"}")).isEmpty();
        assertThat(read("{\"" + name + "\": \"a\\u0001b\"}")).isPresent();
    }

    @Test
    void deepNestingIsRefused() {
        assertThat(read(nested(15))).isPresent();
        assertThat(read(nested(16))).isEmpty();
        assertThat(read(nested(20_000))).isEmpty();
        assertThat(read("{\"x\": ".repeat(10_000))).isEmpty();
    }

    private static String nested(int arrays) {
        return "{\"x\": " + "[".repeat(arrays) + "]".repeat(arrays) + "}";
    }

    /** The parser has limits of its own. */
    @Test
    void oversizedNumbersAndNamesAreRefusedOrSkipped() {
        assertThatCode(() -> read("{\"x\": " + "9".repeat(60_000) + "}")).doesNotThrowAnyException();
        assertThatCode(() -> read("{\"x\": 1e" + "9".repeat(900) + "}")).doesNotThrowAnyException();
        assertThat(read("{\"" + "x".repeat(60_000) + "\": 1}")).isEmpty();
    }
}
