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

/** Devices register while an administrator ends what they register with; administrators end the same thing at once. */
@RunsOn(Setup.DEVICES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegistrationRaceIT {

    private static final int DEVICES = 12;
    private static final int ADMINISTRATORS = 4;

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

    @RepeatedTest(5)
    void anApplicationIsDeletedOnce() throws Exception {
        String id = software.create();
        assertDeletedOnce(AtOnce.all(deletions("/" + id)));
        assertThat(software.caller().get("/" + id).status()).isEqualTo(404);
    }

    @RepeatedTest(5)
    void anApplicationThatIsChangedAndRevokedMeanwhileIsDeletedOnce() throws Exception {
        String id = software.create();
        List<Callable<Answer>> requests = deletions("/" + id);
        for (int i = 0; i < ADMINISTRATORS; i++) {
            String version = String.valueOf(i);
            requests.add(() -> software.caller().patch("/" + id, "{\"version\": \"" + version + "\"}"));
            requests.add(() -> software.caller().post("/" + id + "/revoke", null));
        }

        List<Answer> answers = AtOnce.all(requests);

        assertDeletedOnce(answers.subList(0, ADMINISTRATORS));
        assertThat(answers.subList(ADMINISTRATORS, answers.size()))
                .allSatisfy(answer -> assertThat(answer.status()).isIn(200, 404, 409));
        assertThat(software.caller().get("/" + id).status()).isEqualTo(404);
    }

    @RepeatedTest(5)
    void aClientIsDeletedOnce() throws Exception {
        String id = software.create();
        Device.Registered client = Device.of(realm).registered(software.statement(id));
        assertDeletedOnce(AtOnce.all(deletions("/" + id + "/clients/" + client.clientId())));
        assertThat(Device.of(realm).token(client).member("error")).isEqualTo("invalid_client");
    }

    /** Whoever deletes all of them may have been first. */
    @RepeatedTest(5)
    void aClientThatIsUsedIsDeletedWithAllOthersWithoutAFault() throws Exception {
        String id = software.create();
        Device.Registered client = Device.of(realm).registered(software.statement(id));
        List<Callable<Answer>> requests = deletions("/" + id + "/clients/" + client.clientId());
        for (int i = 0; i < ADMINISTRATORS; i++) {
            requests.add(() -> software.caller().delete("/" + id + "/clients"));
            requests.add(() -> Device.of(realm).token(client));
        }

        List<Answer> answers = AtOnce.all(requests);

        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.status()).as(answer.toString()).isLessThan(500));
        assertThat(answers.subList(0, ADMINISTRATORS).stream().filter(answer -> answer.status() == 204))
                .hasSizeLessThanOrEqualTo(1);
        assertThat(software.get(id).get("clients").asInt()).isZero();
    }

    private List<Callable<Answer>> deletions(String path) {
        List<Callable<Answer>> requests = new ArrayList<>();
        for (int i = 0; i < ADMINISTRATORS; i++) {
            requests.add(() -> software.caller().delete(path));
        }
        return requests;
    }

    private static void assertDeletedOnce(List<Answer> deletions) {
        List<Integer> statuses = deletions.stream().map(Answer::status).sorted().toList();
        assertThat(statuses).startsWith(204);
        assertThat(statuses.subList(1, statuses.size())).containsOnly(404);
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
