package org.workfrontoauth2.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract, section 2: the settings of one application. */
class ApplicationSettingsTest {

    private static final String FIFTY_YEARS = "1576800000";
    private static final String ABSOLUTE = "client.offline.session.max.lifespan";
    private static final String INACTIVE = "client.offline.session.idle.timeout";

    private static Optional<ApplicationSettings> read(Map<String, String> attributes) {
        return ApplicationSettings.read(attributes::get);
    }

    /** The settings of a web application, one attribute of which is set. */
    private static Optional<ApplicationSettings> web(String key, String value) {
        Map<String, String> attributes = new HashMap<>(Map.of("workfront.application.type", "web"));
        attributes.put(key, value);
        return read(attributes);
    }

    @ParameterizedTest
    @CsvSource({
        "web,                WEB,                false, 30",
        "single-page,        SINGLE_PAGE,        true,  10",
        "machine-to-machine, MACHINE_TO_MACHINE, false, 30",
    })
    void everyTypeHasItsDefaults(String word, ApplicationType type, boolean rotates, int graceSeconds) {
        assertThat(read(Map.of("workfront.application.type", word)))
                .contains(new ApplicationSettings(
                        type,
                        new RefreshPolicy(
                                rotates, Duration.ofSeconds(graceSeconds), Optional.empty(), Optional.empty()),
                        Dialect.WORKFRONT,
                        Duration.ofHours(1)));
    }

    @Test
    void everySettingIsRead() {
        assertThat(read(Map.of(
                        "workfront.application.type",
                        "single-page",
                        "workfront.rotate",
                        "false",
                        "workfront.grace.seconds",
                        "7",
                        ABSOLUTE,
                        "86400",
                        INACTIVE,
                        "3600",
                        "workfront.standard.responses",
                        "true",
                        "access.token.lifespan",
                        "60")))
                .contains(new ApplicationSettings(
                        ApplicationType.SINGLE_PAGE,
                        new RefreshPolicy(
                                false,
                                Duration.ofSeconds(7),
                                Optional.of(Duration.ofDays(1)),
                                Optional.of(Duration.ofHours(1))),
                        Dialect.OAUTH,
                        Duration.ofMinutes(1)));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"Web", "desktop", "web,single-page"})
    void withoutATypeThereIsNoApplication(String type) {
        assertThat(web("workfront.application.type", type)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "workfront.rotate",
                "workfront.grace.seconds",
                ABSOLUTE,
                INACTIVE,
                "workfront.standard.responses",
                "access.token.lifespan"
            })
    void anEmptySettingCountsAsLeftOut(String key) {
        assertThat(web(key, "")).isPresent().isEqualTo(web("x", "y"));
        assertThat(web(key, " ")).isPresent().isEqualTo(web("x", "y"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"workfront.rotate", "workfront.standard.responses"})
    void switchesAreTrueOrFalse(String key) {
        assertThat(web(key, "true")).isPresent().isNotEqualTo(web("x", "y"));
        assertThat(web(key, "false")).isPresent().isEqualTo(web("x", "y"));
        assertThat(web(key, " true ")).isEqualTo(web(key, "true"));
    }

    @ParameterizedTest
    @CsvSource({
        "workfront.rotate, TRUE",
        "workfront.rotate, yes",
        "workfront.rotate, 1",
        "workfront.rotate, on",
        "workfront.standard.responses, True",
        "workfront.standard.responses, no",
        "workfront.standard.responses, 0",
    })
    void unreadableSwitchesMakeNoApplication(String key, String value) {
        assertThat(web(key, value)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"workfront.grace.seconds", ABSOLUTE, INACTIVE, "access.token.lifespan"})
    void unreadableNumbersMakeNoApplication(String key) {
        assertThat(Map.of(
                                "a word", "soon",
                                "a fraction", "1.5",
                                "a sign", "+1",
                                "negative", "-2",
                                "an exponent", "1e1",
                                "a unit", "1s",
                                "hexadecimal", "0x1",
                                "two numbers", "1 1",
                                "other digits", "١",
                                "beyond all numbers", "9".repeat(40))
                        .values())
                .allSatisfy(value -> assertThat(web(key, value)).as(value).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 60})
    void theGraceTimeIs0To60Seconds(int seconds) {
        assertThat(web("workfront.grace.seconds", String.valueOf(seconds)))
                .map(settings -> settings.refresh().grace())
                .contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"61", "3600", "-1"})
    void otherGraceTimesMakeNoApplication(String seconds) {
        assertThat(web("workfront.grace.seconds", seconds)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "3600", "31536000", FIFTY_YEARS})
    void expirationsAreOneSecondToFiftyYears(String seconds) {
        Duration duration = Duration.ofSeconds(Long.parseLong(seconds));

        assertThat(web(ABSOLUTE, seconds))
                .map(settings -> settings.refresh().absolute())
                .contains(Optional.of(duration));
        assertThat(web(INACTIVE, seconds))
                .map(settings -> settings.refresh().inactive())
                .contains(Optional.of(duration));
        assertThat(web("access.token.lifespan", seconds))
                .map(ApplicationSettings::sessionLife)
                .contains(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1576800001", "9999999999"})
    void otherExpirationsMakeNoApplication(String seconds) {
        assertThat(web(ABSOLUTE, seconds)).isEmpty();
        assertThat(web(INACTIVE, seconds)).isEmpty();
        assertThat(web("access.token.lifespan", seconds)).isEmpty();
    }

    /** Keycloak's console writes -1 for an expiration that never comes, and for the default of a token's life. */
    @ParameterizedTest
    @ValueSource(strings = {ABSOLUTE, INACTIVE, "access.token.lifespan"})
    void minusOneIsTheDefault(String key) {
        assertThat(web(key, "-1")).isPresent().isEqualTo(web("x", "y"));
    }

    /** What administrators read when they save such a setting. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            workfront.application.type   | desktop    | The setting workfront.application.type must be web, single-page or machine-to-machine.
            workfront.rotate             | yes        | The setting workfront.rotate must be true or false.
            workfront.standard.responses | 1          | The setting workfront.standard.responses must be true or false.
            workfront.grace.seconds      | 61         | The setting workfront.grace.seconds must be a whole number of seconds from 0 to 60.
            workfront.grace.seconds      | -1         | The setting workfront.grace.seconds must be a whole number of seconds from 0 to 60.
            client.offline.session.max.lifespan | 0   | The setting client.offline.session.max.lifespan must be a whole number of seconds from 1 to 1576800000.
            client.offline.session.idle.timeout | soon | The setting client.offline.session.idle.timeout must be a whole number of seconds from 1 to 1576800000.
            access.token.lifespan        | 1576800001 | The setting access.token.lifespan must be a whole number of seconds from 1 to 1576800000.
            """)
    void everyProblemIsASentenceThatNamesTheSetting(String key, String value, String sentence) {
        Map<String, String> attributes = new HashMap<>(Map.of("workfront.application.type", "web"));
        attributes.put(key, value);

        assertThat(ApplicationSettings.problem(attributes::get).map(Said::english))
                .contains(sentence);
    }

    @Test
    void theInactiveExpirationIsNotLongerThanTheAbsoluteOne() {
        Map<String, String> attributes = new HashMap<>(Map.of("workfront.application.type", "web", ABSOLUTE, "60"));

        assertThat(ApplicationSettings.problem(attributes::get)).isEmpty();
        attributes.put(INACTIVE, "60");
        assertThat(ApplicationSettings.problem(attributes::get)).isEmpty();
        attributes.put(INACTIVE, "61");
        assertThat(ApplicationSettings.problem(attributes::get).map(Said::english))
                .contains("The inactive expiration must not be longer than the absolute expiration.");
    }
}
