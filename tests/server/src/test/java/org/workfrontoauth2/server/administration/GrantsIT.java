package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.workfrontoauth2.server.administration.Refusal.assertRefused;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.Applications;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Application;

/** Administrators see who allowed an application, and end it. */
@RunsOn
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GrantsIT {

    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,3})?Z";

    private final OwnRealm realm;
    private final Applications applications;
    private final Person user;
    private final Person manager;

    GrantsIT(OwnRealm realm) {
        this.realm = realm;
        this.applications = realm.applications();
        this.user = new Person(realm, OwnRealm.USER);
        this.manager = new Person(realm, OwnRealm.MANAGER);
    }

    @AfterEach
    void deleteApplications() {
        applications.deleteAll();
    }

    @Test
    void aGrantTellsWhoAndWhen() {
        Application application = applications.createForUsers("web");
        applications.change(application.clientId(), Map.of("absoluteExpirationSeconds", 7200));
        user.allow(application);

        JsonNode grants = grants(application);

        assertThat(grants).hasSize(1);
        JsonNode grant = grants.get(0);
        assertThat(grant.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("id", "user", "createdAt", "lastUsedAt", "expiresAt");
        assertThat(grant.get("user").asText()).isEqualTo(OwnRealm.USER);
        assertThat(grant.get("createdAt").asText()).matches(TIME);
        assertThat(grant.get("lastUsedAt").asText()).matches(TIME);
        assertThat(Instant.parse(grant.get("expiresAt").asText()))
                .isEqualTo(Instant.parse(grant.get("createdAt").asText()).plus(Duration.ofHours(2)));
        assertThat(applications.get(application.clientId()).get("activeGrants").asInt())
                .isEqualTo(1);
    }

    @Test
    void withoutExpirationThereIsNoEnd() {
        Application application = applications.createForUsers("web");
        user.allow(application);

        assertThat(grants(application).at("/0/expiresAt").isNull()).isTrue();
    }

    @Test
    void oneThatHasEndedIsNotCounted() {
        Application application = applications.createForUsers("web");
        applications.change(application.clientId(), Map.of("inactiveExpirationSeconds", 600));
        user.allow(application);
        manager.allow(application);
        realm.keycloak().clock().advance(Duration.ofMinutes(8));
        Person.Tokens used = user.allow(application);
        realm.keycloak().clock().advance(Duration.ofMinutes(4));

        assertThat(grants(application).findValuesAsText("user")).containsOnly(OwnRealm.USER);
        assertThat(applications.get(application.clientId()).get("activeGrants").asInt())
                .isEqualTo(2);
        assertThat(user.alive(used)).isTrue();
    }

    /** The second login counts for the first grant as well: its end moves with it. */
    @Test
    void itsEndMovesWithEveryUseAndEveryLogin() {
        Application application = applications.createForUsers("web");
        applications.change(application.clientId(), Map.of("inactiveExpirationSeconds", 600));
        Person.Tokens tokens = user.allow(application);
        Instant first = Instant.parse(grants(application).at("/0/expiresAt").asText());

        realm.keycloak().clock().advance(Duration.ofMinutes(5));
        user.refresh(application, tokens);
        Instant afterUse = Instant.parse(grants(application).at("/0/expiresAt").asText());
        realm.keycloak().clock().advance(Duration.ofMinutes(5));
        user.allow(application);
        Instant afterLogin =
                Instant.parse(grants(application).at("/0/expiresAt").asText());

        assertThat(afterUse).isBetween(first.plus(Duration.ofMinutes(5)), first.plus(Duration.ofMinutes(7)));
        assertThat(afterLogin).isBetween(first.plus(Duration.ofMinutes(10)), first.plus(Duration.ofMinutes(14)));
    }

    @Test
    void nobodyAllowedANewOne() {
        Application application = applications.createForUsers("web");

        assertThat(grants(application)).isEmpty();
        assertThat(applications.get(application.clientId()).get("activeGrants").asInt())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"web", "single-page"})
    void anEndedOneIsDeadAtOnceAndTheOthersLive(String type) {
        Application application = applications.createForUsers(type);
        Person.Tokens ended = user.allow(application);
        String id = grants(application).at("/0/id").asText();
        Person.Tokens other = manager.allow(application);
        assertThat(user.alive(ended)).isTrue();

        Answer answer = applications.caller().delete("/" + application.clientId() + "/grants/" + id);

        assertThat(answer.status()).isEqualTo(204);
        assertThat(user.alive(ended)).isFalse();
        assertThat(user.refresh(application, ended).member("type")).isEqualTo("invalid_grant");
        assertThat(manager.alive(other)).isTrue();
        assertThat(manager.refresh(application, other).status()).isEqualTo(200);
        assertThat(grants(application).findValuesAsText("user")).containsExactly(OwnRealm.MANAGER);
    }

    @Test
    void allOfAnApplicationAreEndedAndNoOther() {
        Application application = applications.createForUsers("web");
        Application other = applications.createForUsers("web");
        Person.Tokens first = user.allow(application);
        Person.Tokens second = manager.allow(application);
        Person.Tokens others = user.allow(other);

        Answer answer = applications.caller().delete("/" + application.clientId() + "/grants");

        assertThat(answer.status()).isEqualTo(204);
        assertThat(user.alive(first)).isFalse();
        assertThat(manager.alive(second)).isFalse();
        assertThat(user.refresh(application, first).member("type")).isEqualTo("invalid_grant");
        assertThat(grants(application)).isEmpty();
        assertThat(user.alive(others)).isTrue();
        assertThat(grants(other)).hasSize(1);
    }

    @Test
    void whoHasNoneLeftIsAskedAgain() {
        Application application = applications.createForUsers("web");
        user.allow(application);
        Person.Tokens second = user.allow(application);
        List<String> ids = grants(application).findValuesAsText("id");

        applications.caller().delete("/" + application.clientId() + "/grants/" + ids.get(0));
        assertThat(user.isAskedBy(application)).isFalse();
        assertThat(user.alive(second)).isTrue();
        applications.caller().delete("/" + application.clientId() + "/grants");

        assertThat(user.isAskedBy(application)).isTrue();
    }

    @Test
    void revokingTheOnlyOneAsksAgainAndNobodyElse() {
        Application application = applications.createForUsers("web");
        Application other = applications.createForUsers("web");
        user.allow(application);
        user.allow(other);
        manager.allow(application);
        String id = grants(application).at("/0/id").asText();

        applications.caller().delete("/" + application.clientId() + "/grants/" + id);

        assertThat(user.isAskedBy(application)).isTrue();
        assertThat(user.isAskedBy(other)).isFalse();
        assertThat(manager.isAskedBy(application)).isFalse();
        assertThat(user.alive(user.allow(application))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "machine-to-machine"})
    void theyDoNotComeBackWhenTheApplicationBecomesOneAgain(String meanwhile) {
        Application application = applications.createForUsers("web");
        Person.Tokens tokens = user.allow(application);

        realm.realm().clients().change(application.clientId(), client -> {
            client.putArray("redirectUris");
            client.withObject("/attributes").put("workfront.application.type", meanwhile);
        });
        realm.realm().clients().change(application.clientId(), client -> {
            client.putArray("redirectUris").add(Applications.REDIRECT_URL);
            // Machine to machine applications have none.
            client.put("standardFlowEnabled", true);
            client.withObject("/attributes").put("workfront.application.type", "web");
        });
        // Its secrets do not come back either.
        Application again = new Application(
                application.clientId(),
                applications
                        .addSecret(application.clientId())
                        .get("clientSecret")
                        .asText(),
                application.redirectUrl());

        assertThat(user.alive(tokens)).isFalse();
        assertThat(user.refresh(again, tokens).member("type")).isEqualTo("invalid_grant");
    }

    @Test
    void aGrantOfAnotherApplicationIsNotFound() {
        Application application = applications.createForUsers("web");
        Application other = applications.createForUsers("web");
        Person.Tokens others = user.allow(other);
        String id = grants(other).at("/0/id").asText();

        assertRefused(applications.caller().delete("/" + application.clientId() + "/grants/" + id), 404, "not_found")
                .saying("There is no such grant.");
        assertRefused(
                applications.caller().delete("/" + application.clientId() + "/grants/" + UUID.randomUUID()),
                404,
                "not_found");
        assertThat(user.alive(others)).isTrue();
    }

    @Test
    void whenItWasLastUsedFollowsItsRefreshes() {
        Application application = applications.createForUsers("web");
        Person.Tokens tokens = user.allow(application);
        Instant before = Instant.parse(grants(application).at("/0/lastUsedAt").asText());
        realm.keycloak().clock().advance(Duration.ofMinutes(10));

        assertThat(user.refresh(application, tokens).status()).isEqualTo(200);

        Instant after = Instant.parse(grants(application).at("/0/lastUsedAt").asText());
        assertThat(after).isAfterOrEqualTo(before.plus(Duration.ofMinutes(5)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"web", "single-page"})
    void deletingTheApplicationKillsSessionIdsAndRefreshTokens(String type) {
        Application application = applications.createForUsers(type);
        Person.Tokens tokens = user.allow(application);
        assertThat(user.alive(tokens)).isTrue();

        applications.delete(application.clientId());

        assertThat(user.alive(tokens)).isFalse();
        assertThat(user.refresh(application, tokens).member("type")).isEqualTo("invalid_client");
    }

    private JsonNode grants(Application application) {
        Answer answer = applications.caller().get("/" + application.clientId() + "/grants");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.body();
    }
}
