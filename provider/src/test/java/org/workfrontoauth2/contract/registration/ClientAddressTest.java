package org.workfrontoauth2.contract.registration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Registration, section 4: per client address, IPv6 by /64. */
class ClientAddressTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1,                  192.0.2.1,                  true",
        "192.0.2.1,                  192.0.2.2,                  false",
        "2001:db8:1:2::1,            2001:db8:1:2:ffff::2,       true",
        "2001:db8:1:2::1,            2001:0DB8:0001:0002:0:0:0:9, true",
        "2001:db8:1:2::1,            2001:db8:1:3::1,            false",
        "[2001:db8:1:2::1],          2001:db8:1:2::1,            true",
        "fe80::1%eth0,               fe80::2,                    true",
        "::ffff:192.0.2.1,           192.0.2.1,                  true",
        "::ffff:192.0.2.1,           ::ffff:192.0.2.2,           false",
        "::1,                        ::2,                        true",
        "unknown,                    192.0.2.1,                  false",
        "a:b:c,                      192.0.2.1,                  false",
    })
    void theseAreTheSameSender(String one, String other, boolean same) {
        assertThat(ClientAddress.of(one).equals(ClientAddress.of(other))).isEqualTo(same);
    }

    @Test
    void addressesThatSayNothingAreOneSender() {
        assertThat(ClientAddress.of(null)).isEqualTo(ClientAddress.of("")).isEqualTo(ClientAddress.of(" "));
    }

    @Test
    void itIsShortHoweverLongTheHeaderWas() {
        assertThat(ClientAddress.of("x".repeat(10_000)).key()).hasSize(64);
        assertThat(ClientAddress.of("1:".repeat(10_000)).key()).hasSize(64);
    }
}
