package org.workfrontoauth2.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost/cb",
                "http://localhost:9999/spa",
                "HTTPS://LocalHost/cb",
                "http://app.localhost:3000/cb",
                "http://127.0.0.1/cb",
                "http://127.0.0.1:1234/cb?x=1",
                "http://127.1.2.3/cb",
                "http://127.1/cb",
                "http://[::1]/cb",
                "http://[0:0:0:0:0:0:0:1]:8080/cb",
                "https://localhost./cb",
                "https://App.LocalHost.:3000/cb",
                "https://127.255.255.254/cb",
                "https://0177.0.0.1/cb",
                "https://0.0.0.0/cb",
                "https://[::]/cb",
                "https://[0::1]/cb",
                "https://[::0001]/cb",
                "https://[0:0::1]/cb",
                "https://[::ffff:127.0.0.1]/cb",
                "https://[::FFFF:7f00:1]:8080/cb",
                "https://[fe80::1%25en0]/cb",
                "com.example.app:/cb",
                "com.example.app://host/cb",
                "myapp:cb",
                "urn:ietf:wg:oauth:2.0:oob",
                "not a url",
                "/cb"
            })
    void loopbackAddressesAndCustomSchemesAreOnTheDevice(String url) {
        assertThat(RedirectUrl.isOnDevice(url)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example/cb",
                "http://app.example:8080/cb",
                "https://localhost.example/cb",
                "https://notlocalhost/cb",
                "https://127.0.0.1.example/cb",
                "http://10.0.0.1/cb",
                "http://[2001:db8::1]/cb",
                "https://[::ffff:10.0.0.1]/cb",
                "https://app.example./cb",
                "HTTPS://app.example/localhost"
            })
    void otherHostsAreNot(String url) {
        assertThat(RedirectUrl.isOnDevice(url)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "https://app.example/cb,          https://app.example",
        "https://app.example,             https://app.example",
        "https://app.example:443/cb,      https://app.example",
        "http://app.example:80/cb,        http://app.example",
        "https://app.example:80/cb,       https://app.example:80",
        "http://app.example:443/cb,       http://app.example:443",
        "HTTPS://App.Example:8443/CB?x=1, https://app.example:8443",
        "https://user@app.example/cb,     https://app.example",
        "http://localhost:9999/spa,       http://localhost:9999",
        "http://127.0.0.1:9999/spa,       http://127.0.0.1:9999",
        "http://[::1]:9999/spa,           http://[::1]:9999",
    })
    void theOriginIsSchemeHostAndPort(String url, String origin) {
        assertThat(RedirectUrl.origin(url)).contains(origin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.example.app:/cb",
                "com.example.app://host/cb",
                "file:///cb",
                "/cb",
                "https:",
                "not a url",
                ""
            })
    void onlyWebPagesHaveAnOrigin(String url) {
        assertThat(RedirectUrl.origin(url)).isEmpty();
    }
}
