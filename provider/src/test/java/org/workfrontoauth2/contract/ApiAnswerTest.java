package org.workfrontoauth2.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Contract, section 6: answers of the API. */
class ApiAnswerTest {

    /** One client renews its session ID only when it reads this very message. */
    @Test
    void aRefusedSessionIdIsToldInTheseWords() {
        assertThat(ApiAnswer.notLoggedIn())
                .isEqualTo(Map.of(
                        "error",
                        Map.of(
                                "class",
                                "com.attask.common.AuthenticationException",
                                "message",
                                "You are not currently logged in.")));
    }

    @Test
    void successIsData() {
        assertThat(ApiAnswer.loggedOut()).isEqualTo(Map.of("data", Map.of("success", true)));
    }

    static Stream<Map<String, Object>> errors() {
        return Stream.of(ApiAnswer.notLoggedIn(), ApiAnswer.twoSessionIds(), ApiAnswer.methodNotAllowed());
    }

    @ParameterizedTest
    @MethodSource("errors")
    void errorsHaveAClassAndAMessage(Map<String, Object> answer) {
        assertThat(answer).containsOnlyKeys("error");
        assertThat(answer.get("error")).asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsOnlyKeys("class", "message")
                .allSatisfy((name, value) -> assertThat(value).asString().isNotBlank());
    }
}
