package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.workfrontoauth2.server.administration.Refusal.assertRefused;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.workfrontoauth2.server.harness.AtOnce;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Answer;

/** Contract, section 2: at most ten applications, however many are created at once. */
@RunsOn
class RaceIT {

    private static final int CREATIONS = 64;

    private final KeycloakServer keycloak;

    RaceIT(KeycloakServer keycloak) {
        this.keycloak = keycloak;
    }

    @Test
    void of64CreationsAtOnceTenSucceedAndTheOthersAreRefused() throws Exception {
        try (OwnRealm realm = OwnRealm.served(keycloak)) {
            Applications applications = realm.applications();

            List<Answer> answers = atOnce(applications);

            List<Answer> created =
                    answers.stream().filter(answer -> answer.status() == 201).toList();
            List<Answer> refused =
                    answers.stream().filter(answer -> answer.status() != 201).toList();
            assertThat(created).hasSize(10);
            assertThat(created.stream().map(answer -> answer.member("clientId")))
                    .doesNotHaveDuplicates();
            assertThat(refused).hasSize(54).allSatisfy(answer -> assertRefused(answer, 409, "limit_reached"));
            assertThat(applications.list().get("count").asInt()).isEqualTo(10);
        }
    }

    private static List<Answer> atOnce(Applications applications) throws InterruptedException, ExecutionException {
        return AtOnce.all(IntStream.range(0, CREATIONS)
                .<Callable<Answer>>mapToObj(number ->
                        () -> applications.caller().post("", Map.of("type", "web", "name", "Number " + number)))
                .toList());
    }
}
