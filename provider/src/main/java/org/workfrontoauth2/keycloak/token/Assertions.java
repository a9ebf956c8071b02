package org.workfrontoauth2.keycloak.token;

import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.workfrontoauth2.contract.AdministrationRefused;
import org.workfrontoauth2.contract.Digest;
import org.workfrontoauth2.contract.JwtAssertion;
import org.workfrontoauth2.contract.JwtClaims;
import org.workfrontoauth2.contract.JwtRules;
import org.workfrontoauth2.contract.PublicKeyPem;
import org.workfrontoauth2.contract.Refusal;
import org.workfrontoauth2.contract.Refused;
import org.workfrontoauth2.contract.Setting;
import org.workfrontoauth2.keycloak.application.Application;
import org.workfrontoauth2.keycloak.application.PublicKeyEntity;
import org.workfrontoauth2.keycloak.application.PublicKeys;
import org.workfrontoauth2.keycloak.mount.Mount;
import org.workfrontoauth2.keycloak.session.Users;

/** Decides in whose name a JWT of an application speaks (contract, section 5). */
final class Assertions {

    private static final String REPLAYS = "workfront-jti:";

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
        jwt.requireSignatureOf(keys(user, new PublicKeys(session).of(application.client())));
        if (!user.isEnabled()) {
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
        Set<String> audiences = Set.of(mount.issuer(), mount.base() + "/integrations/oauth2/api/v1/jwt/exchange");
        return new JwtRules(customerId, audiences, "true".equals(realm.getAttribute(Setting.JWT_ID_REQUIRED.key())));
    }

    /** The one user with this {@code wid}, and a key in this application. */
    private UserModel subject(String wid) throws Refused {
        Set<String> named = new LinkedHashSet<>();
        for (PublicKeyEntity key : new PublicKeys(session).of(application.client())) {
            user(key.userId())
                    .filter(user -> Users.wid(session, realm, user).equals(wid))
                    .map(UserModel::getId)
                    .ifPresent(named::add);
        }
        if (named.isEmpty()) {
            throw new Refused(Refusal.JWT_SUBJECT);
        }
        Users.named(session, realm, wid).map(UserModel::getId).forEach(named::add);
        if (named.size() > 1) {
            throw new Refused(Refusal.JWT_AMBIGUOUS_SUBJECT);
        }
        return user(named.iterator().next()).orElseThrow(() -> new Refused(Refusal.JWT_SUBJECT));
    }

    private Optional<UserModel> user(String id) {
        return Optional.ofNullable(session.users().getUserById(realm, id));
    }

    /** Checks the signature again, with keys that nobody deletes until this request is done. */
    void holdKeyOf(JwtAssertion jwt, UserModel user) throws Refused {
        jwt.requireSignatureOf(keys(user, new PublicKeys(session).hold(application.client())));
    }

    private static List<RSAPublicKey> keys(UserModel user, List<PublicKeyEntity> ofApplication) {
        List<RSAPublicKey> keys = new ArrayList<>();
        for (PublicKeyEntity key : ofApplication) {
            if (key.userId().equals(user.getId())) {
                read(key).ifPresent(keys::add);
            }
        }
        return keys;
    }

    private static Optional<RSAPublicKey> read(PublicKeyEntity key) {
        try {
            return Optional.of(PublicKeyPem.read(key.pem(), Instant.EPOCH).key());
        } catch (AdministrationRefused unreadable) {
            return Optional.empty();
        }
    }

    /** A JWT that names itself is good once, on whatever node. */
    private void acceptOnce(JwtClaims claims, Instant now) throws Refused {
        if (claims.id().isEmpty()) {
            return;
        }
        String name = Digest.sha256Hex(application.client().getId()
                + '\n'
                + claims.issuer()
                + '\n'
                + claims.id().get());
        long seconds = Duration.between(now, JwtRules.deadAt(claims)).toSeconds() + 1;
        if (!session.singleUseObjects().putIfAbsent(REPLAYS + name, Math.max(1, seconds))) {
            throw new Refused(Refusal.JWT_REPLAYED);
        }
    }
}
