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
 * Applies an application's new expirations to existing grants. Grants that have ended stay ended, however long the new
 * expirations are. Grants that are past the new expirations end now, and stay ended if the expirations change again. An
 * application that changes its type starts again, without the credentials that the new type does not have.
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
                new GrantEnds(session).endOfApplication(client);
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
                ends.endOfApplication(client);
                new Credentials(session).keepThoseOf(settings.type(), client);
                new Consents(session).withdraw(client);
                place.keep(settings);
            }
        });
    }
}
