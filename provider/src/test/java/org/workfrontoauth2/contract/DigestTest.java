package org.workfrontoauth2.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestTest {

    /** FIPS 180-4's example. */
    @Test
    void itIsSha256InLowerCase() {
        assertThat(Digest.sha256Hex("abc"))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    /** {@code printf 'ä' | sha256sum} */
    @Test
    void textIsDigestedAsUtf8() {
        assertThat(Digest.sha256Hex("ä")).isEqualTo("33e6d73fee82904c8d7afb78de1154d1e8dc2a0edb08120e63df5b9385c2d9cc");
    }

    @ParameterizedTest
    @CsvSource({
        "abc, abc, true",
        "ä, ä, true",
        "abc, abd, false",
        "abc, ABC, false",
        "abc, abcd, false",
        "abc, '', false"
    })
    void textsAreTheSameOnlyCharacterByCharacter(String one, String other, boolean same) {
        assertThat(Digest.same(one, other)).isEqualTo(same);
    }
}
