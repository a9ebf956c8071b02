package org.workfrontoauth2.gateways;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.Setup;
import org.workfrontoauth2.walkthrough.Request;

/** It introspects: it reads neither the query nor the cookie. */
@RunsOn(Setup.DEVICES)
class ApacheIT extends GatewayFacts {

    private static final String EXACT = "OIDCOAuthTokenIntrospectionInterval -1";

    ApacheIT(KeycloakServer keycloak) {
        super(keycloak);
    }

    @Override
    Gateway start(int keycloakPort, int portOfTheApi) {
        return start(keycloakPort, portOfTheApi, EXACT);
    }

    private static Gateway start(int keycloakPort, int portOfTheApi, String interval) {
        String program = Program.find("apache2");
        Program.file("/usr/lib/apache2/modules/mod_auth_openidc.so");
        return Gateway.start(
                "apache-" + keycloakPort + "-" + portOfTheApi + (interval.equals(EXACT) ? "" : "-cached"),
                keycloakPort,
                portOfTheApi,
                Map.of(),
                configuration -> {
                    Path site = configuration
                            .with("Listen ", "Listen 127.0.0.1:")
                            .with(EXACT, interval)
                            .write("apache.conf");
                    return List.of(program, "-D", "FOREGROUND", "-f", main(configuration.folder(), site));
                });
    }

    /** What Debian's own configuration would be around the site. */
    private static String main(Path folder, Path site) {
        boolean root = System.getProperty("user.name").equals("root");
        List<String> modules = List.of(
                "mpm_event",
                "authn_core",
                "authz_core",
                "authz_user",
                "ssl",
                "headers",
                "proxy",
                "proxy_http",
                "auth_openidc");
        StringBuilder text = new StringBuilder("ServerRoot " + folder + "\nServerName gateway\nPidFile " + folder
                + "/pid\nMutex file:" + folder + "\n");
        modules.forEach(module -> text.append("LoadModule ")
                .append(module)
                .append("_module /usr/lib/apache2/modules/mod_")
                .append(module)
                .append(".so\n"));
        text.append(root ? "User www-data\nGroup www-data\n" : "");
        text.append("ErrorLog ")
                .append(folder)
                .append("/main-error.log\nDocumentRoot ")
                .append(folder);
        text.append("/empty\nInclude ").append(site).append('\n');
        try {
            Files.createDirectories(folder.resolve("empty"));
            return Files.writeString(folder.resolve("main.conf"), text).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The module does not tell the two apart. */
    @Override
    int statusIfKeycloakIsAway() {
        return 401;
    }

    @Test
    void aQueryAndACookieDoNotCount() {
        assertRefused(send(Request.get(base() + "/attask/api/v15.0/user?sessionID=" + sessionId())));
        assertRefused(send(get().header("Cookie", "sessionID=" + sessionId())));
    }

    /** Why the interval is in the file: without it, the module remembers for as long as the session ID would have lived. */
    @Test
    void theDefaultAcceptsWhatHasEnded() {
        String sessionId = sessionId();
        try (Gateway remembering = start(keycloak().port(), apiPort(), "# no interval")) {
            Request request = Request.get(remembering.base("acme.my") + "/attask/api/v15.0/user")
                    .header("sessionID", sessionId);
            assertThat(remembering.client().send(request).status()).isEqualTo(200);

            assertThat(logOut(sessionId)).isEqualTo(200);

            assertThat(remembering.client().send(request).status()).isEqualTo(200);
        }
        assertThat(send(get().header("sessionID", sessionId)).status()).isEqualTo(401);
    }
}
