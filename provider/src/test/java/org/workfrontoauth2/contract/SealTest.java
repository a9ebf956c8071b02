package org.workfrontoauth2.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealTest {

    private static final byte[] PAYLOAD = "8 bytes!".getBytes(StandardCharsets.US_ASCII);

    private final Seal seal = new Seal(TestKeys.ACME, "purpose", PAYLOAD.length);

    @Test
    void whatWasSealedOpens() {
        assertThat(seal.open(seal.seal(PAYLOAD))).contains(PAYLOAD);
        assertThat(seal.open(seal.sealAlike(PAYLOAD))).contains(PAYLOAD);
    }

    @Test
    void theTextIsDifferentEveryTime() {
        Set<String> texts = Stream.generate(() -> seal.seal(PAYLOAD)).limit(100).collect(Collectors.toSet());

        assertThat(texts).hasSize(100);
    }

    @Test
    void sealedAlikeTheTextIsTheSameEveryTime() {
        assertThat(seal.sealAlike(PAYLOAD)).isEqualTo(seal.sealAlike(PAYLOAD.clone()));
    }

    @Test
    void sealedAlikeOtherPayloadsShareNothing() {
        byte[] other = "8 bytes?".getBytes(StandardCharsets.US_ASCII);

        String one = seal.sealAlike(PAYLOAD);
        String two = seal.sealAlike(other);

        // The ID at the front is the key of the encryption: were it shared, the difference would be readable.
        assertThat(one.substring(0, 10)).isNotEqualTo(two.substring(0, 10));
    }

    @Test
    void sealedAlikeUnderAnotherKeyOrPurposeTheTextIsAnother() {
        assertThat(Stream.of(
                                seal,
                                new Seal(TestKeys.OTHER, "purpose", PAYLOAD.length),
                                new Seal(TestKeys.ACME, "another purpose", PAYLOAD.length))
                        .map(each -> each.sealAlike(PAYLOAD)))
                .doesNotHaveDuplicates();
    }

    @Test
    void thePayloadIsNotReadable() {
        byte[] bytes = AlphaNumeric.decode(seal.seal(PAYLOAD), 16 + PAYLOAD.length + 16)
                .orElseThrow();

        assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("bytes");
    }

    @Test
    void everyTamperedTextIsRefused() {
        assertThat(Tampered.inEveryWay(seal.seal(PAYLOAD)))
                .hasSizeGreaterThan(3000)
                .allMatch(text -> seal.open(text).isEmpty());
    }

    @Test
    void anotherKeyDoesNotOpen() {
        Seal other = new Seal(TestKeys.OTHER, "purpose", PAYLOAD.length);

        assertThat(other.open(seal.seal(PAYLOAD))).isEmpty();
        assertThat(other.open(other.seal(PAYLOAD))).isPresent();
    }

    @Test
    void anotherPurposeDoesNotOpen() {
        Seal other = new Seal(TestKeys.ACME, "another purpose", PAYLOAD.length);

        assertThat(other.open(seal.seal(PAYLOAD))).isEmpty();
        assertThat(other.open(other.seal(PAYLOAD))).isPresent();
    }

    @Test
    void anotherLengthOfPayloadDoesNotOpen() {
        assertThat(new Seal(TestKeys.ACME, "purpose", PAYLOAD.length - 1).open(seal.seal(PAYLOAD)))
                .isEmpty();
        assertThat(new Seal(TestKeys.ACME, "purpose", PAYLOAD.length + 1).open(seal.seal(PAYLOAD)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a", "eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl", "ä", "\0"})
    void garbageDoesNotOpen(String text) {
        assertThat(seal.open(text)).isEmpty();
    }
}
