package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.workfrontoauth2.server.administration.Machine.done;
import static org.workfrontoauth2.server.administration.Refusal.assertRefused;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.User;

/** Contract, section 2: a deleted key stops at once, and only that one. */
@RunsOn
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeletedKeysIT {

    private final OwnRealm realm;
    private final User manager;
    private Machine machine;

    DeletedKeysIT(OwnRealm realm) {
        this.realm = realm;
        this.manager = realm.realm().users().find(OwnRealm.MANAGER);
    }

    @BeforeEach
    void createApplication() {
        machine = Machine.in(realm);
    }

    @AfterEach
    void deleteApplications() {
        realm.applications().deleteAll();
    }

    @Test
    void aDeletedKeyStopsAtOnce() {
        RsaKey key = machine.key();
        String sessionId = machine.session(key, manager);
        assertThat(machine.alive(sessionId)).isTrue();

        machine.delete(key);

        assertThat(machine.keys()).isEmpty();
        assertThat(machine.alive(sessionId)).isFalse();
        assertThat(machine.exchange(key, manager).member("type")).isEqualTo("invalid_grant");
    }

    @Test
    void theOtherKeysGoOn() {
        RsaKey deleted = machine.key();
        RsaKey other = machine.key();
        machine.delete(deleted);

        assertThat(machine.exchange(deleted, manager).member("type")).isEqualTo("invalid_grant");
        assertThat(machine.exchange(other, manager).status()).isEqualTo(200);
    }

    @Test
    void aDeletedKeyMayBeAddedAgain() {
        RsaKey key = machine.key();
        machine.delete(key);

        done(201, machine.add(key.publicPem()));

        assertThat(machine.exchange(key, manager).status()).isEqualTo(200);
    }

    @Test
    void theKeysOfADeletedUserStopWithTheUser() {
        User user = realm.realm().users().create();
        RsaKey key = machine.keyOf(user);
        RsaKey other = machine.key();
        String sessionId = machine.session(key, user);
        assertThat(machine.alive(sessionId)).isTrue();

        realm.realm().users().delete(user);

        assertThat(machine.alive(sessionId)).isFalse();
        assertThat(machine.exchange(key, user).member("type")).isEqualTo("invalid_grant");
        assertThat(machine.keys().findValuesAsText("kid")).containsExactly(other.thumbprint());
    }

    @Test
    void aKeyThatIsNotThereIsNotFound() {
        assertRefused(machine.as(OwnRealm.MANAGER).delete("/public-keys/none"), 404, "not_found")
                .saying("The application has no such key.");
    }

    @Test
    void aKeyOfAnotherApplicationIsNotFoundAndStays() {
        Machine other = Machine.in(realm);
        RsaKey key = other.key();

        assertRefused(machine.as(OwnRealm.MANAGER).delete("/public-keys/" + key.thumbprint()), 404, "not_found");
        assertThat(other.exchange(key, manager).status()).isEqualTo(200);
    }

    @Test
    void onlyItsOwnApplicationLosesAKeyThatTwoHave() {
        Machine other = Machine.in(realm);
        RsaKey key = machine.key();
        done(201, other.add(key.publicPem()));

        machine.delete(key);

        assertThat(machine.exchange(key, manager).member("type")).isEqualTo("invalid_grant");
        assertThat(other.exchange(key, manager).status()).isEqualTo(200);
    }
}
