package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.workfrontoauth2.server.administration.Refusal.assertRefused;

import java.util.List;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.workfrontoauth2.server.harness.Applications;
import org.workfrontoauth2.server.harness.AtOnce;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Answer;

/** Whoever changes an application while somebody else deletes it comes before that, or finds it gone. */
@RunsOn
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeletionRaceIT {

    private static final int ROUNDS = 10;

    private final OwnRealm realm;
    private final Applications applications;

    DeletionRaceIT(OwnRealm realm) {
        this.realm = realm;
        this.applications = realm.applications();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            DELETE, ``,
            PATCH,  ``,        `{"name": "Other"}`
            PATCH,  ``,        `{}`
            POST,   /secrets,  `{}`
            POST,   /key-pairs, `{}`
            DELETE, /logo,
            DELETE, /grants,
            """)
    void whatLosesAgainstADeletionIsNotFound(String method, String below, String body) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String path = "/"
                    + applications.create("machine-to-machine").get("clientId").asText();

            List<Answer> answers = AtOnce.all(List.of(
                    () -> applications.caller().delete(path),
                    () -> applications.caller().send(method, path + below, body)));

            assertThat(answers).anyMatch(answer -> answer.status() == 204);
            assertThat(answers)
                    .filteredOn(answer -> answer.status() / 100 != 2)
                    .allSatisfy(answer -> assertRefused(answer, 404, "not_found"));
            assertRefused(applications.caller().get(path), 404, "not_found");
        }
    }
}
