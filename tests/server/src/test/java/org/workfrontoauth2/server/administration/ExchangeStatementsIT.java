package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.workfrontoauth2.server.administration.Machine.done;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.workfrontoauth2.server.harness.Cost;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.TwoNodes;

/** Contract, section 10: one exchange for every API call means that an exchange must be cheap. */
@RunsOn
class ExchangeStatementsIT {

    @RegisterExtension
    private final Signer signer;

    private final TwoNodes nodes;

    ExchangeStatementsIT(TwoNodes nodes) {
        this.nodes = nodes;
        this.signer = new Signer(nodes.first());
    }

    /** The application with its secrets, keys and grants; the users who answer to the ID; the event. */
    @Test
    void anExchangeReadsTwiceAndWritesNothingButItsEvent() {
        Cost cost = Cost.of(
                "exchange",
                nodes,
                Duration.ofSeconds(1),
                () -> done(200, signer.machine().exchange(signer.jwt())));

        assertThat(cost.perRequest()).isBetween(2L, 3L);
    }
}
