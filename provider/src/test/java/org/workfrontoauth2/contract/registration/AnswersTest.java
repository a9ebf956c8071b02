package org.workfrontoauth2.contract.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Registration, sections 1 and 2: what 201 says. */
class AnswersTest {

    @Test
    void aRegistrationIsAnsweredWithTheCredentials() {
        RegisterAnswer answer = new RegisterAnswer(
                "c1",
                "s1",
                Instant.ofEpochMilli(1723227212999L),
                Optional.of("adobepass://x"),
                List.of("api:client:v2"));

        assertThat(answer.members())
                .containsExactly(
                        Map.entry("client_id", "c1"),
                        Map.entry("client_secret", "s1"),
                        Map.entry("client_id_issued_at", 1723227212L),
                        Map.entry("redirect_uris", List.of("adobepass://x")),
                        Map.entry("grant_types", List.of("client_credentials")),
                        Map.entry("scopes", List.of("api:client:v2")));
        assertThat(answer).hasToString("RegisterAnswer for c1");
    }

    /** {@code created_at} in milliseconds, {@code token_type} in lower case. */
    @Test
    void aTokenIsAnsweredWithItsAge() {
        UUID id = UUID.fromString("a932f8f0-210a-41a4-b2a8-377751f6b76f");
        Instant now = Instant.ofEpochMilli(1752148106221L);
        ClientTokenAnswer answer =
                new ClientTokenAnswer(new ClientAccessToken(id, id, now, now.plusSeconds(21600)), "t1");

        assertThat(answer.members())
                .containsExactly(
                        Map.entry("id", "a932f8f0-210a-41a4-b2a8-377751f6b76f"),
                        Map.entry("access_token", "t1"),
                        Map.entry("created_at", 1752148106221L),
                        Map.entry("expires_in", 21600L),
                        Map.entry("token_type", "bearer"));
        assertThat(answer.toString()).doesNotContain("t1");
    }
}
