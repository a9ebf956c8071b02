package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.TwoNodes;
import org.workfrontoauth2.server.harness.User;

/** The harness itself: two nodes on one database. */
@RunsOn
class TwoNodesIT {

    private final TwoNodes nodes;

    TwoNodesIT(TwoNodes nodes) {
        this.nodes = nodes;
    }

    @Test
    void theNodesAreTwoServersOnOneDatabase() {
        User user = nodes.first().realm().users().create();

        assertThat(nodes.first().port()).isNotEqualTo(nodes.second().port());
        assertThat(nodes.second().realm().users().find(user.name())).isEqualTo(user);
        assertThat(nodes.database().count("select count(*) from user_entity where username = '" + user.name() + "'"))
                .isEqualTo(1);
    }

    @Test
    void eachNodesClockMovesBoth() {
        for (KeycloakServer moved : List.of(nodes.first(), nodes.second())) {
            long first = nodes.first().clock().seconds();
            long second = nodes.second().clock().seconds();

            moved.clock().advance(Duration.ofDays(1));

            assertThat(nodes.first().clock().seconds() - first)
                    .isGreaterThanOrEqualTo(Duration.ofDays(1).toSeconds());
            assertThat(nodes.second().clock().seconds() - second)
                    .isGreaterThanOrEqualTo(Duration.ofDays(1).toSeconds());
        }
    }

    @Test
    void theDatabaseTellsWhichStatementsARequestRan() {
        assertThat(nodes.database()
                        .statements(() -> nodes.first().realm().users().create())
                        .toString())
                .containsIgnoringCase("insert into user_entity");
    }
}
