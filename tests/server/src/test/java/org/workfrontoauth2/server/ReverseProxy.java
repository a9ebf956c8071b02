package org.workfrontoauth2.server;

import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.Secrecy;
import org.workfrontoauth2.walkthrough.Request;
import org.workfrontoauth2.walkthrough.Response;
import org.workfrontoauth2.walkthrough.Server;

/** Ends TLS for one public host, and tells the server behind it by headers what the browser asked for. */
record ReverseProxy(KeycloakServer keycloak, String publicHost) implements Server {

    String publicBase() {
        return "https://" + publicHost;
    }

    @Override
    public Response send(Request request) {
        return Secrecy.to(keycloak.port())
                .send(request.header("Host", keycloak.host("127.0.0.1"))
                        .header("X-Forwarded-Host", publicHost)
                        .header("X-Forwarded-Proto", "https")
                        .header("X-Forwarded-Port", "443"));
    }

    @Override
    public boolean serves(String address) {
        return address.startsWith(publicBase() + "/");
    }
}
