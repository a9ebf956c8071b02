package org.workfrontoauth2.keycloak.call;

import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.List;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.cors.Cors;

/**
 * Leaves Keycloak's CORS headers, which allow credentials, out of responses to applications. {@link CrossOriginAnswers}
 * sets theirs (contract, section 7).
 */
final class ContractCors implements Cors {

    @Override
    public Cors builder(ResponseBuilder builder) {
        return this;
    }

    @Override
    public Cors preflight() {
        return this;
    }

    @Override
    public Cors auth() {
        return this;
    }

    @Override
    public Cors allowAllOrigins() {
        return this;
    }

    @Override
    public Cors checkAllowedOrigins(KeycloakSession session, ClientModel client) {
        return this;
    }

    @Override
    public Cors checkAllowedOrigins(AccessToken token) {
        return this;
    }

    @Override
    public Cors checkAllowedOrigins(List<String> allowedOrigins) {
        return this;
    }

    @Override
    public Cors allowedMethods(String... allowedMethods) {
        return this;
    }

    @Override
    public Cors exposedHeaders(String... exposedHeaders) {
        return this;
    }

    @Override
    public void add() {}

    @Override
    public void close() {}
}
