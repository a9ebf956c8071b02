package org.workfrontoauth2.keycloak.start;

import java.util.List;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderEventListener;
import org.workfrontoauth2.keycloak.application.ApplicationRules;
import org.workfrontoauth2.keycloak.datastore.ImportedSecrets;
import org.workfrontoauth2.keycloak.grant.AbandonedGrants;
import org.workfrontoauth2.keycloak.grant.PolicyChanges;
import org.workfrontoauth2.keycloak.grant.RemovedUsers;
import org.workfrontoauth2.keycloak.mount.CreatedRealms;
import org.workfrontoauth2.keycloak.mount.OutdatedAnswers;
import org.workfrontoauth2.keycloak.registration.ImportedApplications;
import org.workfrontoauth2.keycloak.registration.UnusedClients;

/** All listeners to events of clients, users and realms, in the order in which they are called. */
final class Listeners {

    private static final List<ProviderEventListener> ALL = List.of(
            new ImportedSecrets(),
            new ApplicationRules(),
            new PolicyChanges(),
            new RemovedUsers(),
            new AbandonedGrants(),
            new CreatedRealms(),
            new OutdatedAnswers(),
            new ImportedApplications(),
            new UnusedClients());

    private Listeners() {}

    static void register(KeycloakSessionFactory factory) {
        ALL.forEach(factory::register);
    }
}
