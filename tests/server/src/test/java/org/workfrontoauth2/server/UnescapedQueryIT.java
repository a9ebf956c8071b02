package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;

/**
 * Browsers send characters in a query that no URI holds (URL Standard, "query state"). The server under Keycloak refuses
 * them before anybody else sees them; no path of ours makes an error of one.
 */
@RunsOn
class UnescapedQueryIT {

    private static final String HOST = "acme.my.localhost";
    private static final String AUTHORIZE = "/integrations/oauth2/authorize?client_id=acme-web&response_type=code"
            + "&redirect_uri=http://localhost:9999/callback&state=";

    private final KeycloakServer keycloak;

    UnescapedQueryIT(KeycloakServer keycloak) {
        this.keycloak = keycloak;
    }

    @ParameterizedTest
    @ValueSource(strings = {"{x|y}", "a^b", "a`b", "a\\b"})
    void theServerItselfRefusesAnUnescapedState(String state) throws IOException {
        assertThat(answer(HOST, AUTHORIZE + state)).startsWith("HTTP/1.1 400");
        assertThat(answer(HOST, AUTHORIZE + "%7Bx%7Cy%7D")).startsWith("HTTP/1.1 302");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/realms/acme/integrations/oauth2/authorize?client_id=acme-web&state={x|y}",
                "/attask/api/v20.0/session?sessionID={x}",
                "/attask/api/v20.0/logout?sessionID={x}",
                "/integrations/oauth2/api/v1/session/verify?sessionID={x|y}",
                "/integrations/oauth2/api/v1/token?a={b}"
            })
    void noPathBreaksOnIt(String path) throws IOException {
        long before = keycloak.log().end();

        assertThat(answer(HOST, path)).startsWith("HTTP/1.1 ").doesNotStartWith("HTTP/1.1 5");
        assertThat(keycloak.log().since(before)).doesNotContain("\tat ");
    }

    /** Java's own client sends no such query. */
    private String answer(String host, String path) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), keycloak.port())) {
            String head = "GET " + path + " HTTP/1.1\r\nHost: " + keycloak.host(host) + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
