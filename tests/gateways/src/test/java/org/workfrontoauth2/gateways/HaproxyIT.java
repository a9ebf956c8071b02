package org.workfrontoauth2.gateways;

import java.util.List;
import java.util.Map;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.Setup;

@RunsOn(Setup.DEVICES)
class HaproxyIT extends VerifyFacts {

    HaproxyIT(KeycloakServer keycloak) {
        super(keycloak);
    }

    @Override
    Gateway start(int keycloakPort, int portOfTheApi) {
        String program = Program.find("haproxy");
        return Gateway.start(
                "haproxy-" + keycloakPort + "-" + portOfTheApi, keycloakPort, portOfTheApi, Map.of(), configuration -> {
                    configuration.write("verify.lua");
                    return List.of(
                            program,
                            "-db",
                            "-f",
                            configuration
                                    .with("bind :", "bind 127.0.0.1:")
                                    .write("haproxy.cfg")
                                    .toString());
                });
    }
}
