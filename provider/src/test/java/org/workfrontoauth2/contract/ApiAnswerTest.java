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
        assertThat(ApiAnswer.refused(Refusal.TWO_SESSION_IDS))
                .isEqualTo(error(
                        "com.attask.common.InvalidParameterException",
                        "The request carries two different session IDs."));
        assertThat(ApiAnswer.refused(Refusal.METHOD_NOT_ALLOWED))
                .isEqualTo(error("com.attask.common.InvalidParameterException", "This method is not allowed here."));
    }
}
