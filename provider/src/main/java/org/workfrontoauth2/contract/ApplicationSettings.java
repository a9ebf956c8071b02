package org.workfrontoauth2.contract;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one application (contract, section 2).
 *
 * @param sessionLife how long a session ID is valid
 */
public record ApplicationSettings(ApplicationType type, RefreshPolicy refresh, Dialect dialect, Duration sessionLife) {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,10}");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration LONGEST_GRACE = Duration.ofSeconds(60);
    private static final Duration LONGEST = Duration.ofSeconds(ApplicationField.FIFTY_YEARS);

    /** How Keycloak's console writes an expiration that never comes. */
    private static final String NEVER = "-1";

    /**
     * Reads the settings from attributes.
     *
     * @return empty when one of them cannot be read: such an application is refused rather than guessed
     */
    public static Optional<ApplicationSettings> read(Function<String, @Nullable String> attributes) {
        Reader reader = new Reader(attributes);
        try {
            ApplicationType type =
                    ApplicationType.of(attributes.apply(Setting.TYPE.key())).orElseThrow(Unreadable::new);
            boolean singlePage = type == ApplicationType.SINGLE_PAGE;
            RefreshPolicy refresh = new RefreshPolicy(
                    reader.flag(Setting.ROTATE, singlePage),
                    reader.duration(Setting.GRACE, LONGEST_GRACE).orElse(Duration.ofSeconds(singlePage ? 10 : 30)),
                    reader.expiration(Setting.ABSOLUTE_EXPIRATION),
                    reader.expiration(Setting.INACTIVE_EXPIRATION));
            Dialect dialect = reader.flag(Setting.STANDARD_RESPONSES, false) ? Dialect.OAUTH : Dialect.WORKFRONT;
            Duration life = reader.expiration(Setting.SESSION_SECONDS).orElse(HOUR);
            return Optional.of(new ApplicationSettings(type, refresh, dialect, life));
        } catch (Unreadable e) {
            return Optional.empty();
        }
    }

    private record Reader(Function<String, @Nullable String> attributes) {

        private Optional<String> text(Setting setting) {
            return Optional.ofNullable(attributes.apply(setting.key()))
                    .map(String::strip)
                    .filter(value -> !value.isEmpty());
        }

        private boolean flag(Setting setting, boolean byDefault) throws Unreadable {
            String value = text(setting).orElse(Boolean.toString(byDefault));
            if (!value.equals("true") && !value.equals("false")) {
                throw new Unreadable();
            }
            return Boolean.parseBoolean(value);
        }

        private Optional<Duration> expiration(Setting setting) throws Unreadable {
            if (text(setting).filter(NEVER::equals).isPresent()) {
                return Optional.empty();
            }
            Optional<Duration> duration = duration(setting, LONGEST);
            if (duration.filter(Duration::isZero).isPresent()) {
                throw new Unreadable();
            }
            return duration;
        }

        private Optional<Duration> duration(Setting setting, Duration longest) throws Unreadable {
            Optional<String> value = text(setting);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            if (!NUMBER.matcher(value.get()).matches()) {
                throw new Unreadable();
            }
            Duration duration = Duration.ofSeconds(Long.parseLong(value.get()));
            if (duration.compareTo(longest) > 0) {
                throw new Unreadable();
            }
            return Optional.of(duration);
        }
    }

    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;
    }
}
