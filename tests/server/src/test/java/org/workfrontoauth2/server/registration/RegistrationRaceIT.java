package org.workfrontoauth2.server.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.TestInstance;
import org.workfrontoauth2.server.harness.AtOnce;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.Setup;
import org.workfrontoauth2.walkthrough.Answer;

/** Devices register while an administrator ends what they register with. */
@RunsOn(Setup.DEVICES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegistrationRaceIT {

    private static final int DEVICES = 12;

    private final OwnRealm realm;
    private final Software software;

    RegistrationRaceIT(KeycloakServer keycloak) {
        this.realm = Software.realm(keycloak);
        this.software = Software.in(realm);
    }

    @AfterAll
    void deleteRealm() {
        realm.close();
    }

    @RepeatedTest(5)
    void aDeletionLeavesNoClientAndNoFault() throws Exception {
        String id = software.create();
        assertNobodyIsLeft(race(software.statement(id), () -> software.caller().delete("/" + id)), "invalid_client");
        assertThat(software.caller().get("/" + id).status()).isEqualTo(404);
    }

    @RepeatedTest(5)
    void aRevocationLeavesNoClientThatWorks() throws Exception {
        String id = software.create();
        assertNobodyIsLeft(
                race(software.statement(id), () -> software.caller().post("/" + id + "/revoke", null)),
                "unauthorized_client");
    }

    /** What the devices are told. */
    private List<Answer> race(String statement, Callable<Answer> ending) throws Exception {
        List<Callable<Answer>> requests = new ArrayList<>();
        for (int i = 0; i < DEVICES; i++) {
            requests.add(() -> Device.of(realm).register(statement));
        }
        requests.add(DEVICES / 2, ending);
        List<Answer> answers = new ArrayList<>(AtOnce.all(requests));
        assertThat(answers.remove(DEVICES / 2).status()).isIn(200, 204);
        return answers;
    }

    private void assertNobodyIsLeft(List<Answer> registrations, String error) {
        for (Answer registration : registrations) {
            if (registration.status() == 201) {
                Device.Registered client =
                        new Device.Registered(registration.member("client_id"), registration.member("client_secret"));
                assertThat(Device.of(realm).token(client).member("error")).isEqualTo(error);
            } else {
                assertThat(registration.text()).isEqualTo("{\"error\":\"unapproved_software_statement\"}");
            }
        }
    }
}
