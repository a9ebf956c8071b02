package org.workfrontoauth2.newcomer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.testing.Tokens;
import org.workfrontoauth2.testing.Workfront;
import org.workfrontoauth2.testing.WorkfrontServer;

/** The same setup as in {@link ReportTest}, and the same server. */
class EveryApplicationTest {

    @RegisterExtension
    static final WorkfrontServer SERVER = WorkfrontServer.withUsers("alice");

    /** A session ID of the repetition before this one. */
    private static String earlier;

    @ParameterizedTest
    @ValueSource(strings = {"web", "single-page"})
    void userIsLoggedInThroughTheRealPages(String clientId, Workfront workfront) {
        Tokens tokens = workfront.tokens(clientId, "alice");

        assertTrue(workfront.isValid(tokens.sessionId()));
        assertEquals(workfront.user("alice").wid(), tokens.wid());
        assertEquals(
                "alice",
                workfront.introspect(tokens.sessionId()).get("username").asText());

        Tokens refreshed = workfront.refresh(clientId, tokens.refreshToken());
        assertNotEquals(tokens.sessionId(), refreshed.sessionId());
        assertTrue(workfront.isValid(refreshed.sessionId()));
    }

    @Test
    void machineSignsJwtsAlsoWhenTimeHasMoved(Workfront workfront) {
        assertNull(workfront.tokens("machine", "alice").refreshToken());

        workfront.move(Duration.ofDays(40));

        String sessionId = workfront.sessionId("machine", "alice");
        assertEquals("machine", workfront.introspect(sessionId).get("client_id").asText());
    }

    @RepeatedTest(2)
    void timeIsBackAfterEachTest(Workfront workfront) {
        assertTrue(earlier == null || workfront.isValid(earlier));
        earlier = workfront.sessionId("alice");

        workfront.move(Duration.ofMinutes(61));

        assertFalse(workfront.isValid(earlier));
    }

    /** With what a test gives to the client that it tests: URL, client ID, secret. */
    @Test
    void clientOfAnySortReachesTheTokenEndpoint(Workfront workfront) throws IOException, InterruptedException {
        Tokens tokens = workfront.tokens("web", "alice");
        String form = "grant_type=refresh_token&refresh_token=" + tokens.refreshToken() + "&client_id="
                + workfront.application("web").clientId() + "&client_secret="
                + workfront.application("web").secret();

        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(workfront.url() + "/integrations/oauth2/api/v1/token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form))
                                .build(),
                        BodyHandlers.ofString());

        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().contains("\"token_type\":\"sessionID\""));
    }
}
