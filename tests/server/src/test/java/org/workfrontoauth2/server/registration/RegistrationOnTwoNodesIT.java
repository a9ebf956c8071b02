package org.workfrontoauth2.server.registration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.TwoNodes;
import org.workfrontoauth2.walkthrough.Request;

/** Registration on two nodes with one PostgreSQL database. */
@RunsOn
class RegistrationOnTwoNodesIT {

    private final TwoNodes nodes;

    RegistrationOnTwoNodesIT(TwoNodes nodes) {
        this.nodes = nodes;
    }

    @Test
    void whatOneNodeDoesCountsOnTheOtherAtOnce() {
        try (OwnRealm first = Software.realm(nodes.first())) {
            OwnRealm second = first.on(nodes.second());
            Software software = Software.in(first);
            String id = software.create();
            String statement = software.statement(id);

            Device.Registered client = Device.of(first).registered(statement);
            String token = Device.of(second).accessToken(client);
            assertThat(Device.introspect(first, token).member("active")).isEqualTo("true");
            software.revoke(id);

            assertThat(Device.introspect(second, token).text()).isEqualTo("{\"active\":false}");
            assertThat(Device.of(second).token(client).member("error")).isEqualTo("unauthorized_client");
            assertThat(Device.of(second).register(statement).member("error"))
                    .isEqualTo("unapproved_software_statement");
        }
    }

    /** Each node counts for itself: two of them let through twice as much. */
    @Test
    void everyNodeThrottlesForItself() {
        try (OwnRealm first = Software.realm(nodes.first())) {
            OwnRealm second = first.on(nodes.second());
            Device device = Device.of(first);
            int status = 0;
            for (int i = 0; i < 60 && status != 429; i++) {
                status = device.send(Request.of("POST", device.base() + "/o/client/validate"))
                        .status();
            }

            assertThat(status).isEqualTo(429);
            assertThat(Device.of(second).validate("x").status()).isEqualTo(401);
        }
    }
}
