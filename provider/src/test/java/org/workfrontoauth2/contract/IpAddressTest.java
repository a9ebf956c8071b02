package org.workfrontoauth2.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** IP addresses in URLs, however they are spelled. */
class IpAddressTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1,                               127.0.0.1,               true",
        "127.255.0.9,                             127.255.0.9,             true",
        "0.0.0.0,                                 0.0.0.0,                 true",
        "10.0.0.1,                                10.0.0.1,                false",
        "[::1],                                   [::1],                   true",
        "[::],                                    [::],                    true",
        "[0::1],                                  [::1],                   true",
        "[::0001],                                [::1],                   true",
        "[0:0::1],                                [::1],                   true",
        "[0:0:0:0:0:0:0:1],                       [::1],                   true",
        "[::ffff:127.0.0.1],                      [::ffff:7f00:1],         true",
        "[::FFFF:7F00:1],                         [::ffff:7f00:1],         true",
        "[::127.0.0.1],                           [::7f00:1],              true",
        "[::ffff:0.0.0.0],                        [::ffff:0:0],            true",
        "[::ffff:10.0.0.1],                       [::ffff:a00:1],          false",
        "[2001:DB8::1],                           [2001:db8::1],           false",
        "[2001:db8:0:0:1:0:0:1],                  [2001:db8::1:0:0:1],     false",
        "[2001:db8:0:1:1:1:1:1],                  [2001:db8:0:1:1:1:1:1],  false",
        "[1:0:0:2:0:0:0:3],                       [1:0:0:2::3],            false",
        "[1::],                                   [1::],                   false",
        "[1:0:0:0:0:0:0:0],                       [1::],                   false",
    })
    void theyAreReadAndWrittenAsBrowsersWriteThem(String host, String written, boolean onDevice) {
        IpAddress address = IpAddress.read(host).orElseThrow();

        assertThat(address.asBrowsersWriteIt()).isEqualTo(written);
        assertThat(address.isOnDevice()).isEqualTo(onDevice);
        assertThat(IpAddress.read(written)).contains(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "127.1",
                "127.0.0.1.",
                "127.0.0.01",
                "0177.0.0.1",
                "127.0.0.256",
                "127.0.0.99999999999",
                "1.2.3.4.5",
                "app.example",
                "[",
                "[]",
                "[::1",
                "[:1]",
                "[:::1]",
                "[1::2::3]",
                "[12345::1]",
                "[1:2:3:4:5:6:7]",
                "[1:2:3:4:5:6:7:8:9]",
                "[1::2:3:4:5:6:7:8]",
                "[::ffff:127.1]",
                "[1.2.3.4::]",
                "[fe80::1%25en0]",
                "[::g]"
            })
    void whatIsNoAddressIsNotRead(String host) {
        assertThat(IpAddress.read(host)).isEmpty();
    }
}
