package org.workfrontoauth2.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlphaNumericTest {

    /** 95 bytes are what 128 characters hold. */
    static IntStream lengths() {
        return IntStream.rangeClosed(0, 95);
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void bytesSurviveTheRoundTrip(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);

        assertThat(AlphaNumeric.decode(AlphaNumeric.encode(bytes), length)).contains(bytes);
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void extremeBytesSurviveTheRoundTrip(int length) {
        byte[] ones = new byte[length];
        Arrays.fill(ones, (byte) 0xff);

        assertThat(AlphaNumeric.decode(AlphaNumeric.encode(ones), length)).contains(ones);
        assertThat(AlphaNumeric.decode(AlphaNumeric.encode(new byte[length]), length))
                .contains(new byte[length]);
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void theTextIsAsShortAsLettersAndDigitsCanMakeIt(int length) {
        BigInteger byteStrings = BigInteger.ONE.shiftLeft(8 * length);
        BigInteger base = BigInteger.valueOf(62);
        int characters = AlphaNumeric.length(length);

        assertThat(base.pow(characters)).isGreaterThanOrEqualTo(byteStrings);
        assertThat(characters == 0 || base.pow(characters - 1).compareTo(byteStrings) < 0)
                .isTrue();
    }

    @Test
    void theTextIsOfTheSameLengthWhateverTheBytes() {
        byte[] bytes = new byte[16];
        assertThat(AlphaNumeric.encode(bytes)).isEqualTo("0".repeat(22));

        Arrays.fill(bytes, (byte) 0xff);
        assertThat(AlphaNumeric.encode(bytes)).hasSize(22).matches("[A-Za-z0-9]+");
    }

    @Test
    void digitsAreInTheOrderOfTheirCharacters() {
        assertThat(AlphaNumeric.encode(new byte[] {61})).isEqualTo("0z");
        assertThat(AlphaNumeric.encode(new byte[] {62})).isEqualTo("10");
        assertThat(AlphaNumeric.encode(new byte[] {(byte) 255})).isEqualTo("47");
    }

    @Test
    void everyOtherSpellingIsOtherBytesOrRefused() {
        byte[] bytes = {1, 2, 3, 4, 5, 6, 7, 8};

        assertThat(Tampered.inEveryWay(AlphaNumeric.encode(bytes)))
                .noneMatch(other -> AlphaNumeric.decode(other, bytes.length)
                        .filter(decoded -> Arrays.equals(decoded, bytes))
                        .isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"48", "4z", "50", "zz"})
    void valuesBeyondTheLastByteStringAreRefused(String text) {
        assertThat(AlphaNumeric.decode("47", 1)).contains(new byte[] {(byte) 255});
        assertThat(AlphaNumeric.decode(text, 1)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "012", " 1", "1 ", "-1", "+1", "_1", "1=", "1\0", "1\n", "ä1", "١1", "１1"})
    void garbageIsRefused(String text) {
        assertThat(AlphaNumeric.decode("01", 1)).contains(new byte[] {1});
        assertThat(AlphaNumeric.decode(text, 1)).isEmpty();
    }
}
