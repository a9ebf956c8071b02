package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Organisation;
import org.workfrontoauth2.walkthrough.ResourceServer;
import org.workfrontoauth2.walkthrough.WorkfrontClient;

/** A machine to machine application has one grant per user, not one per host that somebody invents. */
@RunsOn
class OneMachineGrantIT {

    private static final String TABLE = "workfront_grant";

    private final KeycloakServer keycloak;

    OneMachineGrantIT(KeycloakServer keycloak) {
        this.keycloak = keycloak;
    }

    @Test
    void inventedLanesLeaveOneRow() {
        try (OwnRealm realm = OwnRealm.served(keycloak)) {
            Machine machine = Machine.in(realm);
            RsaKey key = machine.key();
            long before = keycloak.clock().rows(TABLE);

            for (int lane = 0; lane < 20; lane++) {
                exchange(realm, machine, key, "lane-" + lane);
            }

            assertThat(keycloak.clock().rows(TABLE)).isEqualTo(before + 1);
        }
    }

    /** Session IDs of all hosts are good on all, and tell the host of their grant: the first one. */
    @Test
    void itsSessionIdsTellTheHostThatTheGrantBeganOn() {
        try (OwnRealm realm = OwnRealm.served(keycloak)) {
            Machine machine = Machine.in(realm);
            RsaKey key = machine.key();
            String first = exchange(realm, machine, key, "my");
            String second = exchange(realm, machine, key, "preview");

            for (String sessionId : new String[] {first, second}) {
                JsonNode introspected = new ResourceServer(realm.server(), realm.organisation())
                        .introspect(sessionId)
                        .body();
                assertThat(introspected.get("active").asBoolean()).isTrue();
                assertThat(introspected.get("domain").asText()).isEqualTo(realm.name());
                assertThat(introspected.get("lane").asText()).isEqualTo("my");
            }
        }
    }

    private static String exchange(OwnRealm realm, Machine machine, RsaKey key, String lane) {
        String jwt = Jwt.of(machine.claims(machine.manager())).signed(key.pair().getPrivate());
        Organisation host =
                Organisation.ofHost(realm.name(), lane, realm.keycloak().port());
        Answer answer = new WorkfrontClient(realm.server(), host, machine.application()).exchangeJwt(jwt);
        return Machine.done(200, answer).get("access_token").asText();
    }
}
