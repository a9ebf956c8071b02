package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;

/** Contract, sections 4 and 8: a machine to machine application asks about its session IDs and revokes them. */
@RunsOn
class MachineTokensIT {

    private final OwnRealm realm;
    private final Machine machine;

    MachineTokensIT(OwnRealm realm) {
        this.realm = realm;
        this.machine = Machine.in(realm);
    }

    @Test
    void itMayAskAboutItsOwnSessionIds() {
        String own = machine.session(machine.key(), machine.manager());
        Machine other = Machine.in(realm);
        String foreign = other.session(other.key(), other.manager());

        assertThat(machine.client().introspect(own).body().path("active").asBoolean())
                .isTrue();
        assertThat(machine.client().introspect(own).member("client_id")).isEqualTo(machine.clientId());
        assertThat(machine.client().introspect(foreign).text()).isEqualTo("{\"active\":false}");
    }

    @Test
    void itRevokesItsOwnSessionIds() {
        String own = machine.session(machine.key(), machine.manager());
        Machine other = Machine.in(realm);
        String foreign = other.session(other.key(), other.manager());

        assertThat(machine.client().endGrant(Map.of("token", foreign)).status()).isEqualTo(400);
        assertThat(machine.client().endGrant(Map.of("token", own)).text()).isEqualTo("{}");

        assertThat(machine.alive(own)).isFalse();
        assertThat(machine.alive(foreign)).isTrue();
    }
}
