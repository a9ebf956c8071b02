package org.workfrontoauth2.keycloak.theme;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.services.Urls;
import org.workfrontoauth2.contract.ApplicationField;
import org.workfrontoauth2.contract.ContractPath;
import org.workfrontoauth2.contract.DisplayText;
import org.workfrontoauth2.contract.RedirectUrl;
import org.workfrontoauth2.keycloak.application.ApplicationClient;
import org.workfrontoauth2.keycloak.application.ApplicationRules;
import org.workfrontoauth2.keycloak.logo.Logos;

/**
 * What the consent page shows about the application (contract, section 2). What the client does not have is null.
 * Clients can be written without our rules, so values that must not be shown are left out here again. The class is
 * public because templates could not read it otherwise.
 *
 * @param logo path or https URL of an image
 * @param about https URL of a page about the application
 * @param terms https URL of its terms of service
 * @param privacyPolicy https URL of its privacy policy
 * @param user the name of the user who is asked
 */
public record ConsentDetails(
        String name,
        @Nullable String description,
        @Nullable String developerName,
        @Nullable String developerEmail,
        @Nullable String logo,
        @Nullable String about,
        @Nullable String terms,
        @Nullable String privacyPolicy,
        String user) {

    static ConsentDetails of(KeycloakSession session, ClientModel client, UserModel user) {
        ApplicationClient fields = new ApplicationClient(client);
        return new ConsentDetails(
                DisplayText.of(client.getName()).orElseGet(client::getClientId),
                text(client.getDescription()),
                text(fields.attribute(ApplicationField.DEVELOPER_NAME)),
                text(fields.attribute(ApplicationField.DEVELOPER_EMAIL)),
                logo(session, client),
                page(fields.attribute(ApplicationField.APP_DESCRIPTION_URL)),
                page(client.getAttribute(ClientModel.TOS_URI)),
                page(fields.attribute(ApplicationField.PRIVACY_POLICY_URL)),
                user.getUsername());
    }

    /** What the application may do, in the words of the client, if they can be seen. */
    public String permission(@Nullable String written) {
        return DisplayText.of(written).orElse(ApplicationRules.CONSENT);
    }

    /** The letter that is shown instead of a missing logo. The template may have translated the name. */
    public String initial(String translatedName) {
        return DisplayText.initial(translatedName);
    }

    private static @Nullable String logo(KeycloakSession session, ClientModel client) {
        return new Logos(session)
                .hashOf(client)
                .map(hash -> ContractPath.below(realmPath(session, client), ContractPath.LOGOS + hash))
                .orElseGet(() -> page(client.getAttribute(ClientModel.LOGO_URI)));
    }

    /** Without the host: the picture comes from where the page came from. */
    private static String realmPath(KeycloakSession session, ClientModel client) {
        URI base = session.getContext().getUri().getBaseUri();
        return URI.create(Urls.realmIssuer(base, client.getRealm().getName())).getRawPath();
    }

    private static @Nullable String text(@Nullable String written) {
        return DisplayText.of(written).orElse(null);
    }

    private static @Nullable String page(@Nullable String url) {
        return url != null && RedirectUrl.isPage(url) ? url : null;
    }
}
