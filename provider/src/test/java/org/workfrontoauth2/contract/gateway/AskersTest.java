package org.workfrontoauth2.contract.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.contract.Digest;

/** Contract, section 6: who may ask whose session ID it is. */
class AskersTest {

    private static final String SECRET = "the secret of the gateway";
    private static final Askers DEFAULT = Askers.read(null, null);

    private static Asker at(String peer, String... headers) {
        return Asker.read(peer, HeadersSent.of(headers));
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1,              true",
        "127.9.9.9,              true",
        "::1,                    true",
        "0:0:0:0:0:0:0:1,        true",
        "10.255.0.1,             true",
        "172.16.0.1,             true",
        "172.31.255.255,         true",
        "192.168.1.1,            true",
        "fd00::1,                true",
        "fd00::1%eth0,           true",
        "::ffff:10.0.0.1,        true",
        "172.15.255.255,         false",
        "172.32.0.0,             false",
        "11.0.0.1,               false",
        "192.169.0.1,            false",
        "8.8.8.8,                false",
        "2001:db8::1,            false",
        "::ffff:8.8.8.8,         false",
        "fe80::1,                false",
        "0.0.0.0,                false",
        "'',                     false",
        "localhost,              false",
        "10.0.0.1.example,       false",
    })
    void byDefaultLoopbackAndPrivateAddressesMayAsk(String peer, boolean may) {
        assertThat(DEFAULT.include(at(peer))).isEqualTo(may);
        assertThat(Askers.read(" ", " ").include(at(peer))).isEqualTo(may);
    }

    /** They can only close the door: nobody comes in by inventing one. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            X-Forwarded-For | 8.8.8.8                                | false
            X-Forwarded-For | 10.0.0.1, 8.8.8.8                      | false
            X-Forwarded-For | 8.8.8.8, 10.0.0.1                      | false
            X-Forwarded-For | 10.0.0.1:4711, 127.0.0.1               | true
            X-Forwarded-For | [fd00::1]:4711                         | true
            X-Forwarded-For | fd00::1                                | true
            X-Forwarded-For | unknown                                | false
            X-Forwarded-For | ''                                     | false
            Forwarded       | for=10.0.0.1;proto=https               | true
            Forwarded       | for=10.0.0.1, for=8.8.8.8              | false
            Forwarded       | By=10.0.0.2; For="[fd00::1]:4711"      | true
            Forwarded       | for="[2001:db8::1]"                    | false
            Forwarded       | for=_hidden                            | false
            """)
    void whoeverAProxyNamesMustBeAllowedToo(String name, String value, boolean may) {
        assertThat(DEFAULT.include(at("127.0.0.1", name, value))).isEqualTo(may);
        assertThat(DEFAULT.include(at("8.8.8.8", name, value))).isFalse();
    }

    @Test
    void everyHeaderOfANameCounts() {
        assertThat(DEFAULT.include(at("127.0.0.1", "X-Forwarded-For", "10.0.0.1", "x-forwarded-for", "8.8.8.8")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7,         true",
        "203.0.113.8,         false",
        "198.51.100.200,      true",
        "198.51.101.1,        false",
        "2001:db8:1:ffff::1,  true",
        "2001:db8:2::1,       false",
        "127.0.0.1,           false",
    })
    void aListIsInsteadOfThem(String peer, boolean may) {
        Askers askers = Askers.read("203.0.113.7, 198.51.100.0/24 ,2001:db8:1::/48", null);

        assertThat(askers.include(at(peer))).isEqualTo(may);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"none", " none ", "10.0.0.0/33", "localhost", "127.0.0.1 10.0.0.1", "::/129", "127.0.0.1, x"})
    void noneAndWhatCannotBeReadIsNobody(String addresses) {
        assertThat(Askers.read(addresses, null).include(at("127.0.0.1"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1,     true",
        "0.0.0.0/0,     true",
        "::/0,          true",
        "fd00::/8,      true",
        "10.0.0.1/8,    true",
        "10.0.0.0/33,   false",
        "10.0.0.0/,     false",
        "10.0.0/8,      false",
        "/8,            false",
        "[::1],         false",
        "fe80::1%eth0,  false",
        "10.0.0.0/-1,   false",
        "none,          false",
        "'',            false",
    })
    void rangesAreReadStrictly(String range, boolean readable) {
        assertThat(Askers.areReadable(List.of("10.0.0.1", range))).isEqualTo(readable);
    }

    // The secret

    private static Askers withSecret(String addresses) {
        return Askers.read(addresses, Digest.sha256Hex(SECRET));
    }

    @Test
    void whoSendsTheSecretMayAskFromAnywhere() {
        assertThat(withSecret(null).include(at("8.8.8.8", Asker.SECRET, SECRET)))
                .isTrue();
        assertThat(withSecret("none").include(at("127.0.0.1", "X-Forwarded-For", "8.8.8.8", Asker.SECRET, SECRET)))
                .isTrue();
    }

    @Test
    void withASecretNoAddressIsEnough() {
        assertThat(withSecret(null).include(at("127.0.0.1"))).isFalse();
        assertThat(withSecret(null).include(at("127.0.0.1", Asker.SECRET, "another")))
                .isFalse();
        assertThat(withSecret(null).include(at("127.0.0.1", Asker.SECRET, ""))).isFalse();
        assertThat(withSecret(null).include(at("127.0.0.1", Asker.SECRET, Digest.sha256Hex(SECRET))))
                .isFalse();
    }

    @Test
    void unlessItIsListedBesides() {
        assertThat(withSecret("127.0.0.1").include(at("127.0.0.1"))).isTrue();
        assertThat(withSecret("127.0.0.1").include(at("127.0.0.2"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "ABCDEF", "the secret of the gateway"})
    void aHashThatCannotBeReadLetsNobodyIn(String hash) {
        assertThat(Askers.read(null, hash).include(at("127.0.0.1", Asker.SECRET, SECRET)))
                .isFalse();
        assertThat(Askers.read(null, Digest.sha256Hex(SECRET) + " " + hash)
                        .include(at("127.0.0.1", Asker.SECRET, SECRET)))
                .isFalse();
    }

    @Test
    void theOneBeforeCountsUntilTheNext() {
        Askers first = Askers.read(null, DEFAULT.withSecret("1"));
        Askers second = Askers.read(null, first.withSecret("2"));
        Askers third = Askers.read(null, second.withSecret("3"));

        assertThat(second.include(at("8.8.8.8", Asker.SECRET, "1"))).isTrue();
        assertThat(second.include(at("8.8.8.8", Asker.SECRET, "2"))).isTrue();
        assertThat(third.include(at("8.8.8.8", Asker.SECRET, "1"))).isFalse();
        assertThat(third.include(at("8.8.8.8", Asker.SECRET, "2"))).isTrue();
        assertThat(third.include(at("8.8.8.8", Asker.SECRET, "3"))).isTrue();
    }

    @Test
    void neitherSecretNorHashIsShown() {
        assertThat(withSecret(null).toString()).doesNotContain(Digest.sha256Hex(SECRET));
        assertThat(at("127.0.0.1", Asker.SECRET, SECRET).toString()).doesNotContain(SECRET);
    }
}
