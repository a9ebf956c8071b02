package org.workfrontoauth2.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Contract, section 6: answers of the API. */
class ApiAnswerTest {

    private static Map<String, Object> error(String type, String message) {
        return Map.of("error", Map.of("class", type, "message", message));
    }

    @Test
    void successIsData() {
        assertThat(ApiAnswer.loggedOut()).isEqualTo(Map.of("data", Map.of("success", true)));
    }

    /** One client renews its session ID only when it reads this very message. */
    @Test
    void aRefusedSessionIdIsToldInTheseWords() {
        assertThat(ApiAnswer.notLoggedIn())
                .isEqualTo(error("com.attask.common.AuthenticationException", "You are not currently logged in."));
    }

    @Test
    void otherErrorsHaveAClassAndAMessageToo() {
        assertThat(ApiAnswer.WRONG_REQUEST.members(Refusal.TWO_SESSION_IDS, Refusal.TWO_SESSION_IDS.description()))
                .isEqualTo(error(
                        "com.attask.common.InvalidParameterException",
                        "The request carries two different session IDs."));
        assertThat(ApiAnswer.WRONG_REQUEST.members(
                        Refusal.METHOD_NOT_ALLOWED, Refusal.METHOD_NOT_ALLOWED.description()))
                .isEqualTo(error("com.attask.common.InvalidParameterException", "This method is not allowed here."));
    }

    /** People read it, and compare it with what Workfront says. */
    @Test
    void theClassComesBeforeTheMessage() {
        assertThat(ApiAnswer.notLoggedIn().get("error").toString()).startsWith("{class=");
    }
}
