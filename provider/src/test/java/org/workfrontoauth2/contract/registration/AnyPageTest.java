package org.workfrontoauth2.contract.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Registration, section 5. */
class AnyPageTest {

    @Test
    void everyPageMayReadAnswersWithoutCredentials() {
        assertThat(AnyPage.answer())
                .isEqualTo(Map.of("Access-Control-Allow-Origin", "*", "Access-Control-Expose-Headers", "Retry-After"));
    }

    @Test
    void everyPageMaySendTheHeadersItAskedFor() {
        assertThat(AnyPage.preflight(List.of("authorization, x-device-info")))
                .containsEntry("Access-Control-Allow-Origin", "*")
                .containsEntry("Access-Control-Allow-Methods", "GET, POST, OPTIONS")
                .containsEntry("Access-Control-Allow-Headers", "authorization, x-device-info")
                .doesNotContainKey("Access-Control-Allow-Credentials");
    }

    @Test
    void namesOfHeadersThatCannotBeReadDoNotComeBack() {
        assertThat(AnyPage.preflight(List.of("a\r\nSet-Cookie: b")).get("Access-Control-Allow-Headers"))
                .doesNotContain("Set-Cookie");
    }
}
