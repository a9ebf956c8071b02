package org.workfrontoauth2.keycloak.grant;

import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;
import org.workfrontoauth2.contract.ApplicationSettings;
import org.workfrontoauth2.contract.Setting;
import org.workfrontoauth2.keycloak.application.Consents;
import org.workfrontoauth2.keycloak.application.Places;
import org.workfrontoauth2.keycloak.credential.Credentials;

/**
 * Holds existing grants to an application's new expirations from now on. What has ended under the old ones stays ended,
 * however long the new ones are; what is past the new ones ends now, and does not come back if they are changed again. An
 * application of another type starts anew, without the credentials that this type does not have.
 */
public final class PolicyChanges implements ProviderEventListener {

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof ClientModel.ClientUpdatedEvent updated) {
            ClientModel client = updated.getUpdatedClient();
            KeycloakSession session = updated.getKeycloakSession();
            Optional<ApplicationSettings> settings = ApplicationSettings.read(client::getAttribute);
            if (settings.isPresent() && client.isEnabled()) {
                hold(session, client, settings.get());
            } else if (isOrdinary(client)) {
                new Places(session).forget(client);
            } else if (new Places(session).of(client).isPresent()) {
                // Disabled, or unreadable.
                new GrantEnds(session).endOfApplication(client.getId());
                settings.ifPresent(readable -> hold(session, client, readable));
            }
        }
    }

    /** No application any more, whether the contract is switched on or not: nothing comes back if it is one again. */
    private static boolean isOrdinary(ClientModel client) {
        String type = client.getAttribute(Setting.TYPE.key());
        return type == null || type.isBlank();
    }

    /** Also while the contract is switched off: when it comes back, nobody knows any more what was changed. */
    private static void hold(KeycloakSession session, ClientModel client, ApplicationSettings settings) {
        new Places(session).of(client).filter(place -> !place.keeps(settings)).ifPresent(place -> {
            GrantEnds ends = new GrantEnds(session);
            if (place.isOf(settings.type())) {
                ends.forgetEnded(client.getId());
                place.keep(settings);
                ends.forgetEnded(client.getId());
            } else {
                ends.endOfApplication(client.getId());
                new Credentials(session).keepThoseOf(settings.type(), client);
                new Consents(session).withdraw(client);
                place.keep(settings);
            }
        });
    }
}
