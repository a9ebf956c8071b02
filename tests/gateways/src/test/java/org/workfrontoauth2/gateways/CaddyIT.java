package org.workfrontoauth2.gateways;

import java.util.List;
import java.util.Map;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.Setup;

@RunsOn(Setup.DEVICES)
class CaddyIT extends VerifyFacts {

    CaddyIT(KeycloakServer keycloak) {
        super(keycloak);
    }

    @Override
    Gateway start(int keycloakPort, int portOfTheApi) {
        String program = Program.find("caddy");
        return Gateway.start(
                "caddy-" + keycloakPort + "-" + portOfTheApi,
                keycloakPort,
                portOfTheApi,
                Map.of("XDG_DATA_HOME", "target/gateways", "XDG_CONFIG_HOME", "target/gateways"),
                configuration -> List.of(
                        program,
                        "run",
                        "--adapter",
                        "caddyfile",
                        "--config",
                        configuration
                                .with("admin off\n", "admin off\n\tdefault_bind 127.0.0.1\n")
                                .write("Caddyfile")
                                .toString()));
    }
}
