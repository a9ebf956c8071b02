package org.workfrontoauth2.keycloak.registration;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.workfrontoauth2.contract.NotBefore;
import org.workfrontoauth2.contract.Refused;
import org.workfrontoauth2.contract.registration.ClientAccessToken;
import org.workfrontoauth2.contract.registration.ClientTokenAnswer;
import org.workfrontoauth2.contract.registration.RegistrationRefusal;
import org.workfrontoauth2.keycloak.realm.RealmKeys;
import org.workfrontoauth2.keycloak.storage.RegisteredClientEntity;

/** Issues access tokens of registered clients, and reads them. They are not stored. */
final class ClientTokens {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final RealmKeys keys;

    ClientTokens(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.keys = new RealmKeys(session, realm);
    }

    /** An access token that is good now, with its client. */
    record Live(ClientAccessToken token, RegisteredClients.Found found) {}

    /** A new access token. */
    ClientTokenAnswer issue(RegisteredClientEntity client, Duration life, Instant now) {
        ClientAccessToken token =
                new ClientAccessToken(UUID.randomUUID(), UUID.fromString(client.id()), now, now.plus(life));
        return new ClientTokenAnswer(token, token.seal(keys.active()));
    }

    /** The access token behind this text, whether it is still good or not; empty when this realm did not issue it. */
    Optional<ClientAccessToken> open(String text) {
        if (!ClientAccessToken.isPlausible(text)) {
            return Optional.empty();
        }
        return keys.enabled().stream()
                .map(key -> ClientAccessToken.open(text, key))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The access token behind this text, refused when it is not good now. */
    Live live(String text) throws Refused {
        ClientAccessToken token = open(text)
                .filter(opened -> opened.isLive(Registration.now()))
                .filter(opened -> new NotBefore(realm.getNotBefore()).allows(opened.issuedAt()))
                .orElseThrow(() -> new Refused(RegistrationRefusal.INVALID_TOKEN));
        return new RegisteredClients(session)
                .find(realm, token.client().toString())
                .filter(found -> !found.application().revoked())
                .map(found -> new Live(token, found))
                .orElseThrow(() -> new Refused(RegistrationRefusal.CLIENT_ENDED));
    }
}
