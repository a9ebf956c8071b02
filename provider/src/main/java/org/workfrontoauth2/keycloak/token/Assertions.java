package org.workfrontoauth2.keycloak.token;

import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.workfrontoauth2.contract.ContractPath;
import org.workfrontoauth2.contract.JwtAssertion;
import org.workfrontoauth2.contract.JwtClaims;
import org.workfrontoauth2.contract.JwtRules;
import org.workfrontoauth2.contract.PublicKeyPem;
import org.workfrontoauth2.contract.Refusal;
import org.workfrontoauth2.contract.Refused;
import org.workfrontoauth2.contract.Setting;
import org.workfrontoauth2.keycloak.application.Application;
import org.workfrontoauth2.keycloak.credential.PublicKeys;
import org.workfrontoauth2.keycloak.grant.Endings;
import org.workfrontoauth2.keycloak.grant.FirstRead;
import org.workfrontoauth2.keycloak.mount.Mount;
import org.workfrontoauth2.keycloak.session.Users;
import org.workfrontoauth2.keycloak.storage.PublicKeyEntity;

/** Decides in whose name a JWT of an application speaks (contract, section 5). */
final class Assertions {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Application application;

    Assertions(KeycloakSession session, RealmModel realm, Application application) {
        this.session = session;
        this.realm = realm;
        this.application = application;
    }

    /** The user; a JWT that is not good is refused with the first rule that it breaks. */
    UserModel accept(JwtAssertion jwt, Instant now) throws Refused {
        rules().check(jwt.claims(), now);
        UserModel user = subject(jwt.claims().subject());
        jwt.requireSignatureOf(keys(user, known()));
        if (!user.isEnabled()) {
            new Endings(session, realm).ofUser(user.getId());
            throw new Refused(Refusal.INVALID_USER);
        }
        acceptOnce(jwt.claims(), now);
        return user;
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

    /**
     * The one user with this {@code wid}, and a key in this application. Other owners of keys, and other users of that name,
     * may be in a store that does not answer: that stops only them.
     */
    private UserModel subject(String wid) throws Refused {
        Map<String, UserModel> owners = new LinkedHashMap<>();
        boolean reachable = true;
        for (PublicKeyEntity key : known()) {
            try {
                Users.find(session, realm, key.userId())
                        .filter(user -> Users.wid(session, realm, user).equals(wid))
                        .ifPresent(user -> owners.put(user.getId(), user));
            } catch (Users.StoreUnavailable unavailable) {
                reachable = false;
            }
        }
        if (owners.isEmpty()) {
            throw new Refused(reachable ? Refusal.JWT_SUBJECT : Refusal.JWT_SUBJECT_UNREACHABLE);
        }
        Set<String> named = Users.named(session, realm, wid);
        named.addAll(owners.keySet());
        if (named.size() > 1) {
            throw new Refused(Refusal.JWT_AMBIGUOUS_SUBJECT);
        }
        return owners.values().iterator().next();
    }

    private List<PublicKeyEntity> known() {
        return FirstRead.of(session, application.client()).keys();
    }

    /** Checks the signature again, with keys that nobody deletes until this request is done. */
    void holdKeyOf(JwtAssertion jwt, UserModel user) throws Refused {
        jwt.requireSignatureOf(keys(user, new PublicKeys(session).hold(application.client())));
    }

    private static List<RSAPublicKey> keys(UserModel user, List<PublicKeyEntity> ofApplication) {
        List<RSAPublicKey> keys = new ArrayList<>();
        for (PublicKeyEntity key : ofApplication) {
            if (key.userId().equals(user.getId())) {
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
