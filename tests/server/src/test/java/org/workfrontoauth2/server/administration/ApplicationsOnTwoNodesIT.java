package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.workfrontoauth2.server.administration.Refusal.assertRefused;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.workfrontoauth2.server.harness.Applications;
import org.workfrontoauth2.server.harness.AtOnce;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.TwoNodes;
import org.workfrontoauth2.walkthrough.Answer;

/** Contract, section 2, whichever node an administrator or an application talks to. */
@RunsOn
class ApplicationsOnTwoNodesIT {

    private static final int CREATIONS = 64;

    private final TwoNodes nodes;
    private final OwnRealm first;
    private final OwnRealm second;

    ApplicationsOnTwoNodesIT(TwoNodes nodes) {
        this.nodes = nodes;
        this.first = OwnRealm.served(nodes.first());
        this.second = first.on(nodes.second());
    }

    @AfterEach
    void deleteRealm() {
        first.close();
    }

    @Test
    void of64CreationsAtOnceTenSucceedAndTheOthersAreRefused() throws Exception {
        List<Applications> both = List.of(first.applications(), second.applications());

        List<Answer> answers = AtOnce.all(IntStream.range(0, CREATIONS)
                .<Callable<Answer>>mapToObj(number -> () -> create(both.get(number % 2)))
                .toList());

        List<Answer> created =
                answers.stream().filter(answer -> answer.status() == 201).toList();
        List<Answer> refused =
                answers.stream().filter(answer -> answer.status() != 201).toList();
        assertThat(refused).hasSize(54).allSatisfy(answer -> assertRefused(answer, 409, "limit_reached"));
        assertThat(created.stream().map(answer -> answer.member("clientId")))
                .hasSize(10)
                .doesNotHaveDuplicates();
        assertThat(both)
                .allSatisfy(seen -> assertThat(seen.list().get("count").asInt()).isEqualTo(10));
        assertThat(nodes.database()
                        .count(
                                "select count(*) from client c join realm r on r.id = c.realm_id join client_attributes a"
                                        + " on a.client_id = c.id where a.name = 'workfront.application.type' and r.name = '"
                                        + first.name() + "'"))
                .isEqualTo(10);
    }

    /** Each round, twenty administrators have seen the same state: one of them changes it. */
    @Test
    void ofChangesAtOnceToTheSameStateOneSucceeds() throws Exception {
        List<Applications> both = List.of(first.applications(), second.applications());
        String path = "/" + both.get(0).create("web").get("clientId").asText();
        String seen = both.get(0).caller().get(path).headers().first("ETag").orElseThrow();
        for (int round = 0; round < 5; round++) {
            String tag = seen;
            String name = "Round " + round + ", ";

            List<Answer> answers = AtOnce.all(IntStream.range(0, 20)
                    .<Callable<Answer>>mapToObj(number -> () -> both.get(number % 2)
                            .caller()
                            .send("PATCH", path, Map.of("name", name + number), "If-Match", tag))
                    .toList());

            List<Answer> changed =
                    answers.stream().filter(answer -> answer.status() == 200).toList();
            assertThat(changed).hasSize(1);
            assertThat(answers)
                    .filteredOn(answer -> answer.status() != 200)
                    .allSatisfy(answer -> assertRefused(answer, 412, "conflict"));
            assertThat(nodes.database()
                            .count("select count(*) from client where name = '"
                                    + changed.get(0).member("name") + "'"))
                    .isEqualTo(1);
            seen = changed.get(0).headers().first("ETag").orElseThrow();
        }
    }

    @Test
    void aPlaceThatIsFreedIsFreeAtOnceOnTheOtherNode() {
        List<String> clientIds = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            clientIds.add(first.applications().create("web").get("clientId").asText());
        }
        assertRefused(create(second.applications()), 409, "limit_reached");

        first.applications().delete(clientIds.get(3));
        assertThat(create(second.applications()).status()).isEqualTo(201);
        assertRefused(create(first.applications()), 409, "limit_reached");

        second.applications().delete(clientIds.get(4));
        assertThat(create(first.applications()).status()).isEqualTo(201);
        assertRefused(create(second.applications()), 409, "limit_reached");
    }

    @Test
    void aDeletedSecretStopsAtOnceOnTheOtherNodeAndTheOthersGoOn() {
        JsonNode created = first.applications().create("web");
        String clientId = created.get("clientId").asText();
        String deleted = created.get("clientSecret").asText();
        String added =
                second.applications().addSecret(clientId).get("clientSecret").asText();
        assertThat(succeeds(second, clientId, deleted)).isTrue();
        assertThat(succeeds(first, clientId, added)).isTrue();

        deleteSecret(first, created);

        assertThat(succeeds(second, clientId, deleted)).isFalse();
        assertThat(succeeds(first, clientId, deleted)).isFalse();
        assertThat(succeeds(second, clientId, added)).isTrue();
    }

    @Test
    void withoutAHashNothingAuthenticatesOnEitherNode() {
        JsonNode created = first.applications().create("web");
        String clientId = created.get("clientId").asText();
        String secret = created.get("clientSecret").asText();
        assertThat(succeeds(second, clientId, secret)).isTrue();

        deleteSecret(first, created);

        for (OwnRealm seen : List.of(second, first)) {
            for (String any : List.of(secret, "", "null", clientId)) {
                assertThat(succeeds(seen, clientId, any)).isFalse();
            }
        }
    }

    private static boolean succeeds(OwnRealm realm, String clientId, String secret) {
        return new Authentication(realm).succeeds(clientId, secret);
    }

    private static void deleteSecret(OwnRealm realm, JsonNode created) {
        Answer answer = realm.applications()
                .caller()
                .delete("/" + created.get("clientId").asText() + "/secrets/"
                        + created.at("/secrets/0/id").asText());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
    }

    private static Answer create(Applications applications) {
        return applications.caller().post("", Map.of("type", "web", "name", "One more"));
    }
}
