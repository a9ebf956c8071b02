package org.workfrontoauth2.server.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.Setup;

/** Anybody may send to these paths: whoever sends slowly, or goes away, costs nobody else anything. */
@RunsOn(Setup.DEVICES)
class SlowBodiesIT {

    /** More than the server has threads for requests; from so many addresses that none sends too often. */
    private static final int CONNECTIONS = 300;

    private static final int EACH = 5;

    private final KeycloakServer keycloak;

    SlowBodiesIT(KeycloakServer keycloak) {
        this.keycloak = keycloak;
    }

    @ParameterizedTest
    @ValueSource(strings = {"register", "token", "validate", "scopes"})
    void whoSendsSlowlyHoldsUpNobodyElse(String path) throws Exception {
        try (OwnRealm realm = Software.realm(keycloak)) {
            List<Socket> slow = new ArrayList<>();
            try {
                for (int i = 0; i < CONNECTIONS; i++) {
                    slow.add(begin(realm, path, "10.77." + path.length() + '.' + i / EACH));
                }

                assertThat(discovery(realm)).isEqualTo(200);
            } finally {
                for (Socket socket : slow) {
                    socket.close();
                }
            }
        }
    }

    @Test
    void whoGoesAwayLeavesNoErrorInTheLog() throws Exception {
        try (OwnRealm realm = Software.realm(keycloak)) {
            long end = keycloak.log().end();
            for (String path : List.of("register", "token")) {
                begin(realm, path, Device.nextAddress()).close();
            }
            // What the server does next, it does after it has noticed.
            assertThat(discovery(realm)).isEqualTo(200);
            Device device = Device.of(realm);
            Software software = Software.in(realm);
            device.registered(software.statement(software.create()));

            assertThat(keycloak.log().since(end)).doesNotContain("ERROR").doesNotContain("\tat ");
        }
    }

    /** The head of a request, and one byte of its body. */
    private Socket begin(OwnRealm realm, String path, String address) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), keycloak.port());
        String head = "POST "
                + URI.create(realm.base() + "/realms/" + realm.name() + "/o/client/" + path)
                        .getPath()
                + " HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: " + address
                + "\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    private static int discovery(OwnRealm realm) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(realm.base() + "/realms/" + realm.name() + "/.well-known/openid-configuration"))
                .timeout(Duration.ofSeconds(20))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
