package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.workfrontoauth2.server.harness.AtOnce;
import org.workfrontoauth2.server.harness.Event;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.TwoNodes;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Application;
import org.workfrontoauth2.walkthrough.Assertion;
import org.workfrontoauth2.walkthrough.ResourceServer;
import org.workfrontoauth2.walkthrough.WorkfrontClient;

/** Contract, section 5, whichever node a machine talks to. */
@RunsOn
class ExchangeOnTwoNodesIT {

    private final TwoNodes nodes;
    private final OwnRealm first;
    private final OwnRealm second;

    private Application machine;
    private JsonNode pair;

    ExchangeOnTwoNodesIT(TwoNodes nodes) {
        this.nodes = nodes;
        this.first = OwnRealm.served(nodes.first());
        this.second = first.on(nodes.second());
    }

    @BeforeEach
    void createApplication() {
        first.realm().change(realm -> realm.put("eventsEnabled", true));
        JsonNode created = first.applications().create("machine-to-machine");
        machine = new Application(
                created.get("clientId").asText(), created.get("clientSecret").asText(), "");
        Answer answer = first.applications().caller().post("/" + machine.clientId() + "/key-pairs", null);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        pair = answer.body();
    }

    @AfterEach
    void deleteRealm() {
        first.close();
    }

    @Test
    void aJwtWithAnIdIsRefusedOnTheOtherNode() {
        String jwt = jwt("once");
        Answer accepted = exchange(first, jwt);
        assertThat(accepted.status()).as(accepted.toString()).isEqualTo(200);
        first.realm().events().clear();

        Answer replayed = exchange(second, jwt);

        assertRefused(replayed);
        assertThat(replayed.member("message")).isEqualTo("A JWT with this jti was exchanged before.");
        assertThat(first.realm().events().errors()).extracting(Event::error).containsExactly("jwt_replayed");
        assertThat(alive(second, accepted)).isTrue();
    }

    @Test
    void ofExchangesAtOnceOfOneJwtWithAnIdOneSucceeds() throws Exception {
        String jwt = jwt("raced");

        List<Answer> answers = AtOnce.all(IntStream.range(0, 20)
                .<Callable<Answer>>mapToObj(number -> () -> exchange(number % 2 == 0 ? first : second, jwt))
                .toList());

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() != 200).allSatisfy(refused -> assertRefused(refused));
    }

    @Test
    void aDeletedKeyStopsAtOnceOnTheOtherNodeWithWhatItBrought() {
        Answer accepted = exchange(second, jwt("before"));
        assertThat(alive(second, accepted)).isTrue();

        Answer deleted = first.applications()
                .caller()
                .delete("/" + machine.clientId() + "/public-keys/"
                        + pair.get("kid").asText());

        assertThat(deleted.status()).isEqualTo(204);
        assertThat(alive(second, accepted)).isFalse();
        assertRefused(exchange(second, jwt("after")));
    }

    /** Keycloak's workflows and other stores disable users without a word: the database does so here. */
    @Test
    void anExchangeThatIsRefusedForADisabledUserEndsWhatEarlierOnesBrought() {
        Answer accepted = exchange(first, jwt("enabled"));
        enableQuietly(false);
        Answer refused = exchange(second, jwt("disabled"));
        assertRefused(refused);
        assertThat(refused.member("message")).isEqualTo("The user can no longer log in.");

        enableQuietly(true);

        assertThat(alive(first, accepted)).isFalse();
        assertThat(alive(second, accepted)).isFalse();
    }

    private void enableQuietly(boolean enabled) {
        String id = first.realm().users().find(OwnRealm.MANAGER).id();
        nodes.database().run("update user_entity set enabled = " + enabled + " where id = '" + id + "'");
        first.realm().forgetWhatIsCached();
    }

    private String jwt(String id) {
        ObjectNode claims = JsonNodeFactory.instance
                .objectNode()
                .put("iss", first.customerId())
                .put("sub", pair.get("subject").asText())
                .put("exp", first.keycloak().clock().seconds() + 180)
                .put("jti", id);
        return Assertion.with(pair.get("privateKey").asText()).sign(claims);
    }

    private Answer exchange(OwnRealm realm, String jwt) {
        return new WorkfrontClient(realm.server(), realm.organisation(), machine).exchangeJwt(jwt);
    }

    private static boolean alive(OwnRealm realm, Answer exchanged) {
        return new ResourceServer(realm.server(), realm.organisation()).accepts(exchanged.member("access_token"));
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.member("type")).isEqualTo("invalid_grant");
    }
}
