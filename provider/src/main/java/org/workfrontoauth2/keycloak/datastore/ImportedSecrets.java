package org.workfrontoauth2.keycloak.datastore;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;
import org.workfrontoauth2.contract.Sentence;
import org.workfrontoauth2.contract.Setting;
import org.workfrontoauth2.keycloak.credential.Secrets;
import org.workfrontoauth2.keycloak.language.BrokenRule;

/**
 * Moves the hashes that a realm import may carry into our table, and removes the attribute. In every other write the
 * attribute is refused, so that somebody who can edit clients cannot secretly add a secret they know.
 */
public final class ImportedSecrets implements ProviderEventListener {

    private static final Logger LOG = Logger.getLogger(ImportedSecrets.class);
    private static final Pattern HASHES = Pattern.compile("[0-9a-f]{64}( [0-9a-f]{64}){0," + (Secrets.MOST - 1) + "}");
    private static final String IMPORTING = ImportedSecrets.class.getName();

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof RealmModel.RealmCreationEvent created) {
            created.getKeycloakSession()
                    .setAttribute(IMPORTING, created.getCreatedRealm().getId());
        } else if (event instanceof RealmModel.RealmPostCreateEvent done) {
            done.getKeycloakSession().removeAttribute(IMPORTING);
            moveAll(done.getKeycloakSession(), done.getCreatedRealm());
        } else if (event instanceof ClientModel.ClientUpdatedEvent updated) {
            refuseOutsideOfImport(updated.getKeycloakSession(), updated.getUpdatedClient());
        }
    }

    private static void refuseOutsideOfImport(KeycloakSession session, ClientModel client) {
        if (client.getAttribute(Setting.SECRET_HASH.key()) != null
                && !client.getRealm().getId().equals(session.getAttribute(IMPORTING))) {
            throw new BrokenRule(session, Sentence.SETTING_HASH.with(Setting.SECRET_HASH.key()));
        }
    }

    private static void moveAll(KeycloakSession session, RealmModel realm) {
        realm.getClientsStream().toList().forEach(client -> move(session, client));
    }

    private static void move(KeycloakSession session, ClientModel client) {
        String hashes = client.getAttribute(Setting.SECRET_HASH.key());
        if (hashes == null) {
            return;
        }
        client.removeAttribute(Setting.SECRET_HASH.key());
        if (HASHES.matcher(hashes).matches()) {
            Secrets secrets = new Secrets(session);
            Arrays.stream(hashes.split(" ")).forEach(hash -> secrets.add(client, hash));
        } else {
            LOG.warnf("The imported secret hash of client %s is not a SHA-256: it is ignored", client.getClientId());
        }
    }
}
