package org.workfrontoauth2.contract.registration;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.workfrontoauth2.contract.Setting;

/**
 * The settings of dynamic client registration in one realm (registration, sections 1 and 2).
 *
 * @param enabled whether it is switched on
 * @param tokenLife how long an access token is valid
 * @param queryCounts whether a token request without a body may have its parameters in the query
 * @param unusedLife how long a client is kept that nobody uses; empty: for ever
 */
public record RegistrationSettings(
        boolean enabled, Duration tokenLife, boolean queryCounts, Optional<Duration> unusedLife) {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,8}");
    private static final Duration SIX_HOURS = Duration.ofHours(6);
    private static final long LONGEST_TOKEN = Duration.ofDays(30).toSeconds();
    private static final long LONGEST_UNUSED = 36_500;

    /** Reads the settings from the attributes of a realm. One that cannot be read switches registration off. */
    public static RegistrationSettings read(Function<String, @Nullable String> attributes) {
        Optional<Long> seconds = number(attributes, Setting.CLIENT_TOKEN_SECONDS, SIX_HOURS.toSeconds(), LONGEST_TOKEN);
        Optional<Long> days = number(attributes, Setting.UNUSED_CLIENT_DAYS, 0, LONGEST_UNUSED);
        boolean readable = seconds.filter(number -> number > 0).isPresent() && days.isPresent();
        return new RegistrationSettings(
                readable && "true".equals(attributes.apply(Setting.REGISTRATION_ENABLED.key())),
                Duration.ofSeconds(seconds.orElse(0L)),
                !"false".equals(attributes.apply(Setting.TOKEN_QUERY.key())),
                days.filter(number -> number > 0).map(Duration::ofDays));
    }

    private static Optional<Long> number(
            Function<String, @Nullable String> attributes, Setting setting, long byDefault, long most) {
        String text = attributes.apply(setting.key());
        if (text == null || text.isBlank()) {
            return Optional.of(byDefault);
        }
        return Optional.of(text.strip())
                .filter(value -> NUMBER.matcher(value).matches())
                .map(Long::valueOf)
                .filter(value -> value <= most);
    }
}
