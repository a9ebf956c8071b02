package org.workfrontoauth2.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SettingTest {

    /** Realms out there have them in their database and in their exports. */
    @ParameterizedTest
    @CsvSource({
        "ENABLED,             REALM,           workfront.enabled",
        "CUSTOMER_ID,         REALM,           workfront.customer.id",
        "APPLICATION_LIMIT,   REALM,           workfront.application.limit",
        "JWT_ID_REQUIRED,     REALM,           workfront.jwt.id.required",
        "JWT_IDS,             REALM,           workfront.jwt.ids",
        "SESSION_QUERY,       REALM,           workfront.session.query",
        "VERIFY_ADDRESSES,    REALM,           workfront.verify.addresses",
        "VERIFY_SECRETS,      REALM,           workfront.verify.secret.sha256",
        "VERIFY_CACHE,        REALM,           workfront.verify.cache.seconds",
        "TYPE,                APPLICATION,     workfront.application.type",
        "ROTATE,              APPLICATION,     workfront.rotate",
        "GRACE,               APPLICATION,     workfront.grace.seconds",
        "STANDARD_RESPONSES,  APPLICATION,     workfront.standard.responses",
        "ABSOLUTE_EXPIRATION, APPLICATION,     client.offline.session.max.lifespan",
        "INACTIVE_EXPIRATION, APPLICATION,     client.offline.session.idle.timeout",
        "SESSION_SECONDS,     APPLICATION,     access.token.lifespan",
        "SECRET_HASH,         APPLICATION,     workfront.secret.sha256",
        "INTROSPECT,          RESOURCE_SERVER, workfront.introspect",
    })
    void namesNeverChange(Setting setting, Setting.Place place, String key) {
        assertThat(setting.key()).isEqualTo(key);
        assertThat(setting.place()).isEqualTo(place);
    }

    @Test
    void noTwoSettingsShareAName() {
        assertThat(Arrays.stream(Setting.values()).map(Setting::key)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void everySettingHasADefaultAndASentence(Setting setting) {
        assertThat(setting.byDefault()).isNotBlank();
        assertThat(setting.meaning()).matches("[A-Z].+\\.");
    }
}
