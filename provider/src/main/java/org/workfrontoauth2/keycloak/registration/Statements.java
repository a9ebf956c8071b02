package org.workfrontoauth2.keycloak.registration;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyUse;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.Urls;
import org.keycloak.urls.UrlType;
import org.workfrontoauth2.contract.Refused;
import org.workfrontoauth2.contract.registration.RegisteredApplication;
import org.workfrontoauth2.contract.registration.SoftwareStatement;

/**
 * Software statements of a realm (registration, "Before"): signed with the realm's active key, and valid as long as the
 * realm keeps that key, active or passive.
 */
public final class Statements {

    private final KeycloakSession session;
    private final RealmModel realm;

    public Statements(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** The statement of this application. */
    public String sign(RegisteredApplication application, Instant createdAt) {
        String issuer =
                Urls.realmIssuer(session.getContext().getUri(UrlType.FRONTEND).getBaseUri(), realm.getName());
        String algorithm = algorithm();
        KeyWrapper key = session.keys().getActiveKey(realm, KeyUse.SIG, algorithm);
        return SoftwareStatement.sign(
                application, issuer, createdAt, new SoftwareStatement.SigningKey(key.getKid(), algorithm, (PrivateKey)
                        key.getPrivateKey()));
    }

    /** The realm's own algorithm, unless it uses a shared secret, which is not a signature. */
    private String algorithm() {
        String chosen = realm.getDefaultSignatureAlgorithm();
        return chosen != null && SoftwareStatement.isAlgorithm(chosen) ? chosen : Algorithm.RS256;
    }

    /** Refuses a statement that no key of this realm signed. */
    void requireSignature(SoftwareStatement statement) throws Refused {
        statement.requireSignatureOf(key(statement));
    }

    /** The key that the statement names, if the realm keeps it and uses it for that algorithm. */
    private Optional<PublicKey> key(SoftwareStatement statement) {
        return Optional.ofNullable(session.keys().getKey(realm, statement.keyId(), KeyUse.SIG, statement.algorithm()))
                .filter(key -> key.getStatus().isEnabled())
                .map(KeyWrapper::getPublicKey)
                .filter(PublicKey.class::isInstance)
                .map(PublicKey.class::cast);
    }
}
