package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.Setup;

/**
 * A client that is no application gets from the standard endpoints what it always got: from a server with the jar the
 * same as from one without, whether the contract is switched on in the realm or not.
 */
@RunsOn
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StockStaysStockIT {

    private static final String SWITCHED_OFF = "switched-off";

    private final KeycloakServer stock;
    private final KeycloakServer extended;

    StockStaysStockIT(@RunsOn(Setup.STOCK) KeycloakServer stock, @RunsOn KeycloakServer extended) {
        this.stock = stock;
        this.extended = extended;
    }

    @BeforeAll
    void createRealmsWithoutTheContract() {
        for (KeycloakServer server : List.of(stock, extended)) {
            Organisations.create(server, SWITCHED_OFF, realm -> ((ObjectNode) realm.get("attributes"))
                    .put("workfront.enabled", "false"));
        }
    }

    @AfterAll
    void deleteThem() {
        for (KeycloakServer server : List.of(stock, extended)) {
            server.realm(SWITCHED_OFF).delete();
        }
    }

    static Stream<Use> uses() {
        return Use.all();
    }

    @ParameterizedTest
    @MethodSource("uses")
    void inARealmWithApplicationsNothingChangesForOthers(Use use) {
        assertSame(use, "acme");
    }

    @ParameterizedTest
    @MethodSource("uses")
    void inARealmWithoutTheContractTheJarChangesNothing(Use use) {
        assertSame(use, SWITCHED_OFF);
    }

    private void assertSame(Use use, String realm) {
        assertThat(use.outcome(new Side(extended, realm)))
                .containsExactlyElementsOf(use.outcome(new Side(stock, realm)));
    }
}
