package org.workfrontoauth2.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Acme web",
                "<script>alert(1)</script>",
                "${7*7}",
                "애크미 보고서",
                "\u05d0\u05d1\u05d2\u200f 3",
                "\uD83D\uDCC8 growth",
                "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645",
                "\uD83D\uDC69\u200D\uD83D\uDCBB",
                "\u2764\uFE0F",
                "\u1112\u1161\u11AB"
            })
    void whatIsThereIsLeftAlone(String text) {
        assertThat(DisplayText.of(text)).contains(text);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "  \t\r\n ",
                "\u0000\u001B",
                "\u202E\u2066 \u2069",
                "\u00A0",
                "\u200B",
                "\u200D",
                "\u200E",
                "\u00AD",
                "\u034F",
                "\u0301",
                "\u2028",
                "\u2800",
                "\u3164",
                "\uFE0F",
                "\uFEFF",
                "\uFFA0",
                "\uDB40\uDC41"
            })
    void nothingToSeeIsNothing(String text) {
        assertThat(DisplayText.of(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u202A", "\u202B", "\u202C", "\u202D", "\u202E", "\u2066", "\u2067", "\u2068", "\u2069"})
    void whatTurnsTheDirectionIsLeftOut(String character) {
        assertThat(DisplayText.of(character + "a" + character + "b")).contains("ab");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00AD", "\u115F", "\u200B", "\u2060", "\u3164", "\uFEFF", "\uDB40\uDC41"})
    void whatIsDrawnAsNothingIsLeftOut(String character) {
        assertThat(DisplayText.of("a" + character + "b")).contains("ab");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\t", "\r\n", "\u0000", "\u0085"})
    void everythingIsOneLine(String characters) {
        assertThat(DisplayText.of(characters + "a" + characters + "b")).contains("a b");
    }

    @ParameterizedTest
    @CsvSource({"acme, A", "“weekly” report, W", "7 days, 7", "ß, ß", "보고서, 보", "\uD835\uDD38 web, \uD835\uDD38"})
    void theInitialIsTheFirstLetterOrDigit(String name, String initial) {
        assertThat(DisplayText.initial(name)).isEqualTo(initial);
    }

    @Test
    void aNameWithoutLettersHasNoInitial() {
        assertThat(DisplayText.initial("\uD83D\uDCC8 !")).isEmpty();
    }
}
