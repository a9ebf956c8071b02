package org.workfrontoauth2.contract.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.workfrontoauth2.contract.Organisation;

/** Decision 0034: what may be answered from memory, and for how long. */
class RecentlyVerifiedTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(30);
    private static final VerifiedSession ALICE =
            new VerifiedSession("a", "alice", "acme-web", new Organisation("acme", "my"));
    private static final UUID GRANT = new UUID(1, 1);

    private final RecentlyVerified recent = new RecentlyVerified(3);

    private void remember(String realm, String sessionId, UUID grant) {
        recent.remember(recent.state(), realm, sessionId, grant, ALICE, NOW, LATER);
    }

    @Test
    void whatIsRememberedIsFoundUntilItsTimeIsUp() {
        remember("r", "s1", GRANT);

        assertThat(recent.find("r", "s1", NOW)).contains(ALICE);
        assertThat(recent.find("r", "s1", LATER.minusMillis(1))).contains(ALICE);
        assertThat(recent.find("r", "s1", LATER)).isEmpty();
        assertThat(recent.size()).isZero();
    }

    @Test
    void nothingElseIsFound() {
        remember("r", "s1", GRANT);

        assertThat(recent.find("r", "s2", NOW)).isEmpty();
        assertThat(recent.find("other", "s1", NOW)).isEmpty();
        assertThat(recent.size()).isEqualTo(1);
    }

    @Test
    void theOldestMakesRoom() {
        for (int i = 0; i < 1000; i++) {
            remember("r", "s" + i, GRANT);
        }

        assertThat(recent.size()).isEqualTo(3);
        assertThat(recent.find("r", "s996", NOW)).isEmpty();
        assertThat(recent.find("r", "s997", NOW)).isPresent();
    }

    @Test
    void whatIsLookedUpAgainIsNoLongerTheOldest() {
        remember("r", "s1", GRANT);
        remember("r", "s2", GRANT);
        remember("r", "s1", GRANT);
        remember("r", "s3", GRANT);
        remember("r", "s4", GRANT);

        assertThat(recent.find("r", "s1", NOW)).isPresent();
        assertThat(recent.find("r", "s2", NOW)).isEmpty();
    }

    @Test
    void whatEndsIsForgotten() {
        remember("r", "s1", GRANT);
        remember("r", "s2", new UUID(2, 2));
        remember("q", "s3", new UUID(3, 3));

        recent.forgetGrant(GRANT);
        assertThat(recent.find("r", "s1", NOW)).isEmpty();
        assertThat(recent.find("r", "s2", NOW)).isPresent();
        recent.forgetRealm("r");
        assertThat(recent.find("r", "s2", NOW)).isEmpty();
        assertThat(recent.find("q", "s3", NOW)).isPresent();
    }

    /** The row was read, then it was deleted, then the reader comes back with what it has read. */
    @Test
    void whatWasReadBeforeSomethingEndedIsNotRemembered() {
        long before = recent.state();
        recent.forgetGrant(GRANT);

        recent.remember(before, "r", "s1", GRANT, ALICE, NOW, LATER);

        assertThat(recent.find("r", "s1", NOW)).isEmpty();
    }

    /** Otherwise it would stay good for as long as the clock was set back. */
    @Test
    void whereTheClockIsSetBackItIsLookedUpAgain() {
        remember("r", "s1", GRANT);

        assertThat(recent.find("r", "s1", NOW.minusSeconds(1))).isEmpty();
        assertThat(recent.size()).isZero();
    }
}
