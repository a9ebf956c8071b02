package org.workfrontoauth2.keycloak.token;

import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.workfrontoauth2.contract.Account;
import org.workfrontoauth2.contract.ContractPath;
import org.workfrontoauth2.contract.Exchange;
import org.workfrontoauth2.contract.JwtAssertion;
import org.workfrontoauth2.contract.JwtClaims;
import org.workfrontoauth2.contract.JwtRules;
import org.workfrontoauth2.contract.KeyOwner;
import org.workfrontoauth2.contract.PublicKeyPem;
import org.workfrontoauth2.contract.Refusal;
import org.workfrontoauth2.contract.Refused;
import org.workfrontoauth2.contract.Setting;
import org.workfrontoauth2.keycloak.application.Application;
import org.workfrontoauth2.keycloak.credential.PublicKeys;
import org.workfrontoauth2.keycloak.grant.Endings;
import org.workfrontoauth2.keycloak.grant.FirstRead;
import org.workfrontoauth2.keycloak.grant.Owners;
import org.workfrontoauth2.keycloak.mount.Mount;
import org.workfrontoauth2.keycloak.session.Users;
import org.workfrontoauth2.keycloak.storage.PublicKeyEntity;

/**
 * Collects what {@link org.workfrontoauth2.contract.Exchange} needs to decide which user an application's JWT is for
 * (contract, section 5).
 */
final class Assertions {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Application application;

    Assertions(KeycloakSession session, RealmModel realm, Application application) {
        this.session = session;
        this.realm = realm;
        this.application = application;
    }

    /** The user. An invalid JWT is refused with the first rule that it breaks ({@link Exchange}). */
    UserModel accept(JwtAssertion jwt, Instant now) throws Refused {
        List<PublicKeyEntity> keys = FirstRead.of(session, application.client()).keys();
        Map<String, Owners.Owner> owners = new LinkedHashMap<>();
        keys.forEach(key -> owners.computeIfAbsent(key.userId(), new Owners(session, realm)::of));
        Exchange exchange = new Exchange(
                rules(),
                owners.entrySet().stream()
                        .map(owner -> facts(owner.getKey(), owner.getValue(), keys))
                        .toList(),
                wid -> Users.named(session, realm, wid));
        KeyOwner signer = exchange.signer(jwt, now);
        if (signer.account() == Account.DISABLED) {
            new Endings(session, realm).ofUser(signer.userId());
        }
        signer.requireEnabled();
        acceptOnce(jwt.claims(), now);
        return Optional.ofNullable(owners.get(signer.userId()))
                .flatMap(Owners.Owner::user)
                .orElseThrow();
    }

    private KeyOwner facts(String userId, Owners.Owner owner, List<PublicKeyEntity> keys) {
        boolean answers = owner.account() == Account.ENABLED || owner.account() == Account.DISABLED;
        return new KeyOwner(
                userId,
                owner.account(),
                owner.user().filter(user -> answers).map(user -> Users.wid(session, realm, user)),
                keys(userId, keys));
    }

    private JwtRules rules() throws Refused {
        String customerId = realm.getAttribute(Setting.CUSTOMER_ID.key());
        if (customerId == null || customerId.isBlank()) {
            throw new Refused(Refusal.JWT_ISSUER);
        }
        Mount mount = Mount.of(session);
        Set<String> audiences = Set.of(mount.issuer(), ContractPath.below(mount.base(), ContractPath.EXCHANGE));
        return new JwtRules(customerId, audiences, "true".equals(realm.getAttribute(Setting.JWT_ID_REQUIRED.key())));
    }

    /** Checks the signature again, with keys that nobody deletes until this request is done. */
    void holdKeyOf(JwtAssertion jwt, UserModel user) throws Refused {
        jwt.requireSignatureOf(keys(user.getId(), new PublicKeys(session).hold(application.client())));
    }

    private static List<RSAPublicKey> keys(String userId, List<PublicKeyEntity> ofApplication) {
        List<RSAPublicKey> keys = new ArrayList<>();
        for (PublicKeyEntity key : ofApplication) {
            if (key.userId().equals(userId)) {
                PublicKeyPem.stored(key.pem()).map(PublicKeyPem::key).ifPresent(keys::add);
            }
        }
        return keys;
    }

    /** A JWT that names itself is good once, on whatever node. */
    private void acceptOnce(JwtClaims claims, Instant now) throws Refused {
        if (claims.id().isPresent()) {
            new UsedJwtIds(session, realm, application.client())
                    .use(claims, claims.id().get(), now);
        }
    }
}
