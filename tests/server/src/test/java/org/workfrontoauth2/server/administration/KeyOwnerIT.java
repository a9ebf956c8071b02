package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.workfrontoauth2.server.administration.RefusedJwt.NO_KEY;
import static org.workfrontoauth2.server.administration.RefusedJwt.NO_SUBJECT;
import static org.workfrontoauth2.server.administration.RefusedJwt.assertRefused;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.User;

/** Whose key it is: it speaks for one user of one realm in one application. */
@RunsOn
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeyOwnerIT {

    @RegisterExtension
    private final Signer signer;

    private final KeycloakServer keycloak;
    private final OwnRealm realm;
    private final Machine machine;
    private final User user;
    private final RsaKey key;

    KeyOwnerIT(KeycloakServer keycloak) {
        this.signer = new Signer(keycloak);
        this.keycloak = keycloak;
        this.realm = signer.realm();
        this.machine = signer.machine();
        this.user = signer.user();
        this.key = signer.key();
    }

    // Keys

    @Test
    void aKeyOfAnotherApplicationOpensNothing() {
        Machine other = Machine.in(realm);
        assertRefused(other, signer.jwt(), "invalid_grant", NO_SUBJECT, "user_not_found");

        other.key();
        assertRefused(other, signer.jwt(), "invalid_grant", NO_KEY, "invalid_signature");
    }

    @Test
    void aKeySpeaksForNobodyElse() {
        User other = realm.realm().users().create();
        assertRefused(machine, signer.sign(machine.claims(other)), "invalid_grant", NO_SUBJECT, "user_not_found");

        RsaKey others = machine.keyOf(other);
        assertRefused(machine, signer.sign(machine.claims(other)), "invalid_grant", NO_KEY, "invalid_signature");
        assertThat(machine.exchange(others, other).member("wid")).isEqualTo(other.wid());
        realm.realm().users().delete(other);
    }

    @Test
    void aUserOfAnotherRealmIsNobody() {
        try (OwnRealm elsewhere = OwnRealm.served(keycloak)) {
            User stranger = elsewhere.realm().users().find(OwnRealm.USER);

            assertRefused(
                    machine, signer.sign(machine.claims(stranger)), "invalid_grant", NO_SUBJECT, "user_not_found");

            Machine theirs = Machine.in(elsewhere);
            RsaKey theirKey = theirs.key();
            elsewhere.realm().recordEvents();
            assertRefused(
                    theirs,
                    Jwt.of(signer.claims()).signed(theirKey.pair().getPrivate()),
                    "invalid_grant",
                    NO_SUBJECT,
                    "user_not_found");
        }
    }

    @Test
    void aSessionIdOpensNoOtherRealm() {
        String sessionId = machine.session(key, user);
        try (OwnRealm elsewhere = OwnRealm.served(keycloak)) {
            assertThat(Machine.in(elsewhere).alive(sessionId)).isFalse();
        }
        assertThat(machine.alive(sessionId)).isTrue();
    }

    @Test
    void aDeletedKeyStopsAtOnceWithWhatItBrought() {
        Machine other = Machine.in(realm);
        RsaKey deleted = other.key();
        String sessionId = other.session(deleted, user);
        assertThat(other.alive(sessionId)).isTrue();

        other.delete(deleted);

        assertThat(other.alive(sessionId)).isFalse();
        assertRefused(
                other,
                Jwt.of(signer.claims()).signed(deleted.pair().getPrivate()),
                "invalid_grant",
                NO_SUBJECT,
                "user_not_found");
    }

    // Users

    @Test
    void aDisabledUserIsRefusedAndMayComeBack() {
        User disabled = realm.realm().users().create();
        RsaKey theirs = machine.keyOf(disabled);
        String sessionId = machine.session(theirs, disabled);

        realm.realm().users().disable(disabled);
        assertRefused(
                machine,
                Jwt.of(machine.claims(disabled)).signed(theirs.pair().getPrivate()),
                "invalid_grant",
                "The user can no longer log in.",
                "user_disabled");
        assertThat(machine.alive(sessionId)).isFalse();

        realm.realm().users().enable(disabled);
        assertThat(machine.exchange(theirs, disabled).status()).isEqualTo(200);
        realm.realm().users().delete(disabled);
    }

    /** Who cannot sign learns nothing of the user. */
    @Test
    void thatAUserIsDisabledIsToldOnlyToWhoHasTheKey() {
        User disabled = realm.realm().users().create();
        machine.keyOf(disabled);
        realm.realm().users().disable(disabled);

        assertRefused(machine, signer.sign(machine.claims(disabled)), "invalid_grant", NO_KEY, "invalid_signature");
        realm.realm().users().delete(disabled);
    }

    @Test
    void aDeletedUserIsRefused() {
        User deleted = realm.realm().users().create();
        RsaKey theirs = machine.keyOf(deleted);
        String sessionId = machine.session(theirs, deleted);

        realm.realm().users().delete(deleted);

        assertThat(machine.alive(sessionId)).isFalse();
        assertRefused(
                machine,
                Jwt.of(machine.claims(deleted)).signed(theirs.pair().getPrivate()),
                "invalid_grant",
                NO_SUBJECT,
                "user_not_found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b", "0B0B0B0B0B0B0B0B0B0B0B0B0B0B0B0B"})
    void twoUsersWithOneWidAreRefused(String secondSpelling) {
        allowAttributes();
        String wid = "0b".repeat(16);
        User first = realm.realm().users().create();
        withWid(first, wid);
        RsaKey theirs = machine.keyOf(first);
        String jwt = Jwt.of(machine.claims(wid)).signed(theirs.pair().getPrivate());
        assertThat(machine.exchange(jwt).member("wid")).isEqualTo(wid);

        User second = realm.realm().users().create();
        withWid(second, secondSpelling);

        assertRefused(
                machine, jwt, "invalid_grant", "The sub of the JWT is the ID of more than one user.", "user_not_found");
        realm.realm().users().delete(second);
        assertThat(machine.exchange(jwt).status()).isEqualTo(200);
        realm.realm().users().delete(first);
    }

    @Test
    void whoTakesAnotherUsersIdAsWidSpeaksForNeither() {
        allowAttributes();
        User victim = realm.realm().users().create();
        User thief = realm.realm().users().create();
        RsaKey thiefs = machine.keyOf(thief);
        RsaKey victims = machine.keyOf(victim);
        withWid(thief, victim.wid());

        for (RsaKey either : List.of(thiefs, victims)) {
            assertRefused(
                    machine,
                    Jwt.of(machine.claims(victim)).signed(either.pair().getPrivate()),
                    "invalid_grant",
                    "The sub of the JWT is the ID of more than one user.",
                    "user_not_found");
        }
        realm.realm().users().delete(thief);
        realm.realm().users().delete(victim);
    }

    private void withWid(User someone, String wid) {
        realm.realm().users().change(someone, changed -> changed.withObject("/attributes")
                .putArray("wid")
                .add(wid));
    }

    /** Administrators may write attributes that the realm's user profile does not know. */
    private void allowAttributes() {
        String path = realm.name() + "/users/profile";
        ObjectNode profile = (ObjectNode) keycloak.admin().get(path);
        keycloak.admin().put(path, profile.put("unmanagedAttributePolicy", "ADMIN_EDIT"));
    }
}
