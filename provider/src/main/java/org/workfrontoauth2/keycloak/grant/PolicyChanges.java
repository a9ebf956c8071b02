package org.workfrontoauth2.keycloak.grant;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;
import org.workfrontoauth2.contract.RefreshPolicy;
import org.workfrontoauth2.keycloak.application.Application;
import org.workfrontoauth2.keycloak.application.Places;

/**
 * Holds existing grants to an application's new expirations from now on. What has ended under the old ones stays ended,
 * however long the new ones are; what is past the new ones ends now, and does not come back if they are changed again.
 */
final class PolicyChanges implements ProviderEventListener {

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof ClientModel.ClientUpdatedEvent updated) {
            Application.of(updated.getUpdatedClient())
                    .ifPresent(application -> hold(updated.getKeycloakSession(), application));
        }
    }

    private static void hold(KeycloakSession session, Application application) {
        RefreshPolicy policy = application.settings().refresh();
        new Places(session)
                .of(application.client())
                .filter(place -> !place.keeps(policy))
                .ifPresent(place -> {
                    Grants grants = new Grants(session);
                    grants.forgetEnded(application.client().getId());
                    place.keep(policy);
                    grants.forgetEnded(application.client().getId());
                });
    }
}
