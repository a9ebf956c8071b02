package org.workfrontoauth2.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code application/x-www-form-urlencoded}, strictly. */
class ParametersTest {

    private static Parameters form(String text) {
        return Parameters.ofForm(text).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            value = {
                "a=1            -> 1",
                "b=2&a=1&c=3    -> 1",
                "&&a=1&&        -> 1",
                "%61=1          -> 1",
                "a=b=c          -> b=c",
                "a==            -> '='",
                "a=1+2          -> 1 2",
                "a=1%202        -> 1 2",
                "a=1%2B2        -> 1+2",
                "a=1%2b2        -> 1+2",
                "a=%26%3D%25    -> &=%",
                "a=%C3%A4       -> ä",
                "a=ä            -> ä",
                "a=%E2%82%AC    -> €",
                "a=%F0%9F%98%80 -> 😀",
                "a=%0A          -> '\n'",
            })
    void valuesAreDecoded(String text, String value) {
        assertThat(form(text).get("a")).contains(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=%",
                "a=%4",
                "a=1%",
                "a=%4&b=1",
                "a=%zz",
                "a=%4g",
                "a=%g4",
                "a=%-1",
                "a=%+1",
                "a=%４１",
                "a=%%41",
                "a=%g0%9F%98%80",
                "%=1",
                "%zz",
                "b=2&a=%"
            })
    void incompleteEscapesAreRefused(String text) {
        assertThat(Parameters.ofForm(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=%C3",
                "a=%C3%28",
                "a=%A4",
                "a=%FF",
                "a=%C0%80",
                "a=%ED%A0%80",
                "a=%F5%80%80%80",
                "%C3=1",
                "a=%C3&b=%A4"
            })
    void escapesThatAreNotUtf8AreRefused(String text) {
        assertThat(Parameters.ofForm(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%00", "a=1%002", "%00=1", "a=\0"})
    void theNulCharacterIsRefused(String text) {
        assertThat(Parameters.ofForm(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=", "a", "b=1", "", "&", "A=1"})
    void aParameterWithoutAValueCountsAsLeftOut(String text) {
        assertThat(form(text).get("a")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1&a=2", "a=1&%61=2", "a=1&b=3&a=1", "a=1&a", "a=1&a=&a="})
    void theFirstOfRepeatedValuesIsKeptAndTheRepetitionTold(String text) {
        assertThat(form(text).get("a")).contains("1");
        assertThat(form(text).repeated()).containsExactly("a");
    }

    /** RFC 6749, 3.1: an empty parameter is left out, but sent twice it was still sent more than once. */
    @Test
    void emptyParametersCanBeRepeatedToo() {
        assertThat(form("a=&a=1").repeated()).containsExactly("a");
        assertThat(form("a=&a=1").get("a")).isEmpty();
    }

    @Test
    void aValueWithoutANameIsAParameterToo() {
        assertThat(form("=1&a=2").values()).isEqualTo(Map.of("", "1", "a", "2"));
    }

    @Test
    void namesThatDifferInLetterCaseAreDifferent() {
        assertThat(form("a=1&A=2").values()).isEqualTo(Map.of("a", "1", "A", "2"));
        assertThat(form("a=1&A=2").repeated()).isEmpty();
    }

    @Test
    void repetitionsOfOtherNamesDoNotCount() {
        Parameters parameters = form("a=1&a=2&b=3");

        assertThat(parameters.repeats(Set.of("a", "b"))).isTrue();
        assertThat(parameters.repeats(Set.of("b", "c"))).isFalse();
        assertThat(parameters.repeats(Set.of())).isFalse();
    }
}
