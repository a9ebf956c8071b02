package org.workfrontoauth2.server.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.Setup;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Request;

/** Registration, section 4: a request a second from one address, ten at once. */
@RunsOn(Setup.DEVICES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ThrottleIT {

    private static final int FLOOD = 60;

    private final OwnRealm realm;
    private final String statement;

    ThrottleIT(KeycloakServer keycloak) {
        this.realm = Software.realm(keycloak);
        Software software = Software.in(realm);
        this.statement = software.statement(software.create());
    }

    @AfterAll
    void deleteRealm() {
        realm.close();
    }

    /** Without a token each costs little, so that they come fast. */
    private static List<Answer> flood(Device device, String path) {
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < FLOOD; i++) {
            answers.add(device.send(Request.of("POST", device.base() + path)));
        }
        return answers;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/o/client/register",
                "/o/client/token",
                "/o/client/scopes",
                "/o/client/validate",
                "/o/client/validate/",
                "/o;x/client/validate",
                "/o/cl%69ent/validate",
            })
    void aFloodIsRefused(String path) {
        for (Device device : List.of(Device.of(realm), Device.onHost(realm))) {
            Instant begin = Instant.now();
            List<Answer> answers = flood(device, path);
            long seconds = Duration.between(begin, Instant.now()).toSeconds() + 1;

            long served =
                    answers.stream().filter(answer -> answer.status() != 429).count();
            assertThat(served).isBetween(10L, 10 + seconds);
            Answer last = answers.stream()
                    .filter(answer -> answer.status() == 429)
                    .findFirst()
                    .orElseThrow();
            assertThat(last.headers().all("Retry-After")).containsExactly("1");
            assertThat(last.text()).isEqualTo("{\"error\":\"too_many_requests\"}");
        }
    }

    @Test
    void anotherAddressIsServedMeanwhile() {
        Device flooding = Device.of(realm);
        flood(flooding, "/o/client/validate");

        Device other = Device.of(realm);
        assertThat(other.validate(other.accessToken(other.registered(statement)))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aHouseholdIsOneSender() {
        Device device = Device.of(realm);
        flood(device.at("2001:db8:1:2::1"), "/o/client/validate");

        assertThat(device.at("2001:db8:1:2:ffff::9").validate("x").status()).isEqualTo(429);
        // Over plain HTTP, the realm refuses what comes from the Internet.
        assertThat(device.at("2001:db8:1:3::1").validate("x").status()).isEqualTo(400);
    }

    /** As Keycloak reads it: the proxy must overwrite what a client sent. */
    @Test
    void theFirstAddressOfTheHeaderCounts() {
        Device flooding = Device.of(realm);
        flood(flooding.at(flooding.address() + ", 10.255.255.1"), "/o/client/validate");

        assertThat(flooding.validate("x").status()).isEqualTo(429);
        assertThat(Device.of(realm)
                        .at(Device.nextAddress() + ", 10.255.255.1")
                        .validate("x")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void otherPathsAreNotThrottled() {
        Device device = Device.of(realm);
        flood(device, "/o/client/validate");

        for (int i = 0; i < 20; i++) {
            assertThat(device.send(Request.get(device.base() + "/.well-known/openid-configuration"))
                            .status())
                    .isEqualTo(200);
        }
    }
}
