package org.workfrontoauth2.contract.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationSettingsTest {

    private static RegistrationSettings with(String name, String value) {
        Map<String, String> attributes = new HashMap<>(Map.of("workfront.registration.enabled", "true"));
        attributes.put(name, value);
        return RegistrationSettings.read(attributes::get);
    }

    @Test
    void itIsOffByDefault() {
        assertThat(RegistrationSettings.read(any -> null).enabled()).isFalse();
        assertThat(with("workfront.registration.enabled", "yes").enabled()).isFalse();
    }

    @Test
    void theDefaultsAreTheContracts() {
        RegistrationSettings settings = with("x", "y");

        assertThat(settings.enabled()).isTrue();
        assertThat(settings.tokenLife()).isEqualTo(Duration.ofHours(6));
        assertThat(settings.queryCounts()).isTrue();
        assertThat(settings.unusedLife()).isEmpty();
    }

    @Test
    void everythingCanBeSet() {
        assertThat(with("workfront.registration.token.seconds", "86400").tokenLife())
                .isEqualTo(Duration.ofDays(1));
        assertThat(with("workfront.registration.token.query", "false").queryCounts())
                .isFalse();
        assertThat(with("workfront.registration.unused.days", "30").unusedLife())
                .contains(Duration.ofDays(30));
    }

    /** Rather none at all than tokens of whatever life. */
    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "6h", "99999999", "999999999"})
    void anUnreadableLifeSwitchesItOff(String seconds) {
        assertThat(with("workfront.registration.token.seconds", seconds).enabled())
                .isFalse();
    }
}
