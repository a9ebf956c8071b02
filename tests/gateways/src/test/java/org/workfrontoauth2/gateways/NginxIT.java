package org.workfrontoauth2.gateways;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.Setup;
import org.workfrontoauth2.walkthrough.Loopback;
import org.workfrontoauth2.walkthrough.Request;
import org.workfrontoauth2.walkthrough.Response;

@RunsOn(Setup.DEVICES)
class NginxIT extends VerifyFacts {

    NginxIT(KeycloakServer keycloak) {
        super(keycloak);
    }

    @Override
    Gateway start(int keycloakPort, int portOfTheApi) {
        String program = Program.find("nginx");
        return Gateway.start(
                "nginx-" + keycloakPort + "-" + portOfTheApi,
                keycloakPort,
                portOfTheApi,
                Map.of(),
                configuration -> List.of(
                        program,
                        "-e",
                        "stderr",
                        "-g",
                        "daemon off;",
                        "-c",
                        configuration
                                .with("listen ", "listen 127.0.0.1:")
                                .write("nginx.conf")
                                .toString()));
    }

    @Test
    void plainHttpIsRedirected() {
        int port = Integer.parseInt(base().replaceFirst(".*:", ""));
        Response response = new Loopback(port)
                .send(Request.get(base().replace("https", "http") + "/integrations/oauth2/authorize"));

        assertThat(response.status()).isEqualTo(308);
        assertThat(response.headers().first("Location")).contains(base() + "/integrations/oauth2/authorize");
    }
}
