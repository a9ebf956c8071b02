package org.workfrontoauth2.keycloak.call;

import com.google.auto.service.AutoService;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.cors.Cors;
import org.keycloak.services.cors.CorsFactory;
import org.keycloak.services.cors.DefaultCorsFactory;
import org.workfrontoauth2.keycloak.authentication.ContractCall;

/** {@link ContractCors} for requests of applications, Keycloak's own for all others. */
@AutoService(CorsFactory.class)
public final class ContractCorsFactory extends DefaultCorsFactory {

    @Override
    public Cors create(KeycloakSession session) {
        return ContractCall.current(session).isPresent() ? new ContractCors() : super.create(session);
    }

    @Override
    public int order() {
        return super.order() + 100;
    }
}
