package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.workfrontoauth2.server.administration.Refusal.assertRefused;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.workfrontoauth2.server.harness.Applications;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Application;

/** The list of grants comes in parts, as Keycloak's own lists do, and says how long it is. */
@RunsOn
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GrantPagesIT {

    private static final String TOTAL = "X-Total-Count";

    private final OwnRealm realm;
    private final Applications applications;
    private final List<String> allowed = new ArrayList<>();
    private Application application;

    GrantPagesIT(OwnRealm realm) {
        this.realm = realm;
        this.applications = realm.applications();
    }

    @BeforeAll
    void fiveGrants() {
        application = applications.createForUsers("web");
        for (String user : List.of(OwnRealm.USER, OwnRealm.MANAGER, OwnRealm.USER, OwnRealm.VIEWER, OwnRealm.OWNER)) {
            new Person(realm, user).allow(application);
            allowed.add(user);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'',0,5",
        "'?first=0&max=2',0,2",
        "'?first=2&max=2',2,4",
        "'?first=4&max=2',4,5",
        "'?max=1000',0,5",
        "'?max=0',0,0",
        "'?first=5',5,5",
        "'?first=&max=',0,5",
        "'?first=2147483647',5,5"
    })
    void everyPartIsInTheSameOrderAndTellsTheTotal(String query, int from, int to) {
        Answer answer = grants(query);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.body().findValuesAsText("user")).isEqualTo(allowed.subList(from, to));
        assertThat(answer.headers().first(TOTAL)).contains("5");
    }

    @ParameterizedTest
    @CsvSource({
        "first=-1,first,2147483647",
        "first=x,first,2147483647",
        "max=-1,max,1000",
        "max=1001,max,1000",
        "max=ten,max,1000"
    })
    void whatIsNoPartIsRefused(String query, String name, String largest) {
        assertRefused(grants("?" + query), 400, "invalid_request")
                .saying(name + " must be a whole number from 0 to " + largest + ".");
    }

    @Test
    void theTotalIsWhatTheApplicationCounts() {
        JsonNode document = applications.get(application.clientId());

        assertThat(document.get("activeGrants").asText())
                .isEqualTo(grants("?max=1").headers().first(TOTAL).orElseThrow());
    }

    @Test
    void usersWhoAreDisabledOrWithoutConsentAreNotCounted() {
        Application other = applications.createForUsers("single-page");
        for (String user : List.of(OwnRealm.USER, OwnRealm.VIEWER, OwnRealm.QUERIER)) {
            new Person(realm, user).allow(other);
        }
        realm.realm().users().revokeConsent(realm.realm().users().find(OwnRealm.USER), other.clientId());
        realm.realm().users().disable(realm.realm().users().find(OwnRealm.QUERIER));

        Answer answer = applications.caller().get("/" + other.clientId() + "/grants");

        assertThat(answer.body().findValuesAsText("user")).containsExactly(OwnRealm.VIEWER);
        assertThat(answer.headers().first(TOTAL)).contains("1");
        assertThat(applications.get(other.clientId()).get("activeGrants").asInt())
                .isEqualTo(1);
    }

    @Test
    void grantsOfExchangesAreListedToo() {
        Machine machine = Machine.in(realm);
        machine.session(machine.key(), machine.manager());

        Answer answer = machine.as(OwnRealm.MANAGER).get("/grants");

        assertThat(answer.body().findValuesAsText("user")).containsExactly(OwnRealm.MANAGER);
        assertThat(answer.headers().first(TOTAL)).contains("1");
    }

    /** A console on a host of its own, whose origin Keycloak's client for it allows. */
    @Test
    void thePageOfAnotherOriginMayReadTheTotal() {
        String origin = "https://console.example";
        realm.realm().clients().change("admin-cli", client -> client.putArray("webOrigins")
                .add(origin));

        Answer answer =
                applications.caller().send("GET", "/" + application.clientId() + "/grants", null, "Origin", origin);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.headers().first("Access-Control-Allow-Origin")).contains(origin);
        assertThat(answer.headers()
                        .first("Access-Control-Expose-Headers")
                        .orElse("")
                        .split(", ?"))
                .contains(TOTAL, "ETag", "Location");
    }

    private Answer grants(String query) {
        return applications.caller().get("/" + application.clientId() + "/grants" + query);
    }
}
