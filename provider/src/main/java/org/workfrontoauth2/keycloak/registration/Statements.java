package org.workfrontoauth2.keycloak.registration;

import java.time.Instant;
import java.util.Map;
import org.keycloak.common.VerificationException;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyUse;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.crypto.SignatureProvider;
import org.keycloak.jose.jws.JWSBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.Urls;
import org.keycloak.urls.UrlType;
import org.workfrontoauth2.contract.registration.RegisteredApplication;
import org.workfrontoauth2.contract.registration.RegistrationRefusal;
import org.workfrontoauth2.contract.registration.RegistrationRefused;
import org.workfrontoauth2.contract.registration.SoftwareStatement;

/**
 * Software statements of a realm (registration, "Before"): signed with the realm's active key, and good as long as the realm
 * keeps that key, active or passive.
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
        Map<String, Object> claims = SoftwareStatement.claims(application, issuer, createdAt);
        String algorithm = algorithm();
        KeyWrapper key = session.keys().getActiveKey(realm, KeyUse.SIG, algorithm);
        return new JWSBuilder()
                .type(SoftwareStatement.TYPE)
                .kid(key.getKid())
                .jsonContent(claims)
                .sign(provider(algorithm).signer(key));
    }

    /** The realm's own, unless that is one of a shared secret, which is no signature. */
    private String algorithm() {
        String chosen = realm.getDefaultSignatureAlgorithm();
        return chosen == null || !provider(chosen).isAsymmetricAlgorithm() ? Algorithm.RS256 : chosen;
    }

    /** Refuses a statement that no key of this realm signed. */
    void requireSignature(SoftwareStatement statement) throws RegistrationRefused {
        if (!isSigned(statement)) {
            throw new RegistrationRefused(RegistrationRefusal.STATEMENT_SIGNATURE);
        }
    }

    private boolean isSigned(SoftwareStatement statement) {
        KeyWrapper key = session.keys().getKey(realm, statement.keyId(), KeyUse.SIG, statement.algorithm());
        SignatureProvider provider = provider(statement.algorithm());
        if (key == null || !key.getStatus().isEnabled() || provider == null || !provider.isAsymmetricAlgorithm()) {
            return false;
        }
        try {
            return provider.verifier(key).verify(statement.signedBytes(), statement.signatureBytes());
        } catch (VerificationException e) {
            // A signature of another length than the key's is one way to get here.
            return false;
        }
    }

    private SignatureProvider provider(String algorithm) {
        return session.getProvider(SignatureProvider.class, algorithm);
    }
}
