package org.workfrontoauth2.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SealKeyTest {

    @Test
    void theSameRealmAndSecretGiveTheSameKey() {
        assertThat(TestKeys.key("secret", "realm").bytes())
                .isEqualTo(TestKeys.key("secret", "realm").bytes())
                .hasSize(32);
    }

    @Test
    void realmsThatShareASecretHaveKeysOfTheirOwn() {
        assertThat(TestKeys.key("secret", "realm").bytes())
                .isNotEqualTo(TestKeys.key("secret", "another realm").bytes());
    }

    @Test
    void anotherSecretGivesAnotherKey() {
        assertThat(TestKeys.key("secret", "realm").bytes())
                .isNotEqualTo(TestKeys.key("another secret", "realm").bytes());
    }

    /** Tokens that are out there must open after an update. HMAC-SHA256 over label, zero byte and realm ID. */
    @Test
    void theDerivationNeverChanges() {
        assertThat(HexFormat.of().formatHex(TestKeys.key("secret", "realm").bytes()))
                .isEqualTo("4eeb2a519437d2aca04327b28fdb0cff78229075521933411a10e02a6454f858");
    }

    @Test
    void theKeyIsNotPrinted() {
        assertThat(TestKeys.ACME).hasToString("SealKey");
    }
}
