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
    public static final Duration LONGEST_GRACE = Duration.ofSeconds(60);
    private static final Duration LONGEST = Duration.ofSeconds(ApplicationField.FIFTY_YEARS);

    /** How Keycloak's console writes an expiration that never comes. */
    private static final String NEVER = "-1";

    /**
     * Reads the settings from attributes.
     *
     * @return empty when one of them cannot be read: such an application is refused rather than guessed
     */
    public static Optional<ApplicationSettings> read(Function<String, @Nullable String> attributes) {
        try {
            return Optional.of(require(attributes));
        } catch (Unreadable e) {
            return Optional.empty();
        }
    }

    /** Why these attributes make no application, with what it must be. */
    public static Optional<Said> problem(Function<String, @Nullable String> attributes) {
        try {
            RefreshPolicy refresh = require(attributes).refresh();
            return refresh.inactive()
                    .filter(inactive -> refresh.absolute()
                            .filter(absolute -> inactive.compareTo(absolute) > 0)
                            .isPresent())
                    .map(inactive -> Sentence.SETTING_ORDER.with());
        } catch (Unreadable e) {
            return Optional.of(e.said);
        }
    }

    private static ApplicationSettings require(Function<String, @Nullable String> attributes) throws Unreadable {
        Reader reader = new Reader(attributes);
        ApplicationType type = ApplicationType.of(attributes.apply(Setting.TYPE.key()))
                .orElseThrow(() -> new Unreadable(Sentence.SETTING_TYPE.with(Setting.TYPE.key())));
        boolean singlePage = type == ApplicationType.SINGLE_PAGE;
        RefreshPolicy refresh = new RefreshPolicy(
                reader.flag(Setting.ROTATE, singlePage),
                reader.duration(Setting.GRACE, Duration.ZERO, LONGEST_GRACE)
                        .orElse(Duration.ofSeconds(singlePage ? 10 : 30)),
                reader.expiration(Setting.ABSOLUTE_EXPIRATION),
                reader.expiration(Setting.INACTIVE_EXPIRATION));
        Dialect dialect = reader.flag(Setting.STANDARD_RESPONSES, false) ? Dialect.OAUTH : Dialect.WORKFRONT;
        Duration life = reader.expiration(Setting.SESSION_SECONDS).orElse(HOUR);
        return new ApplicationSettings(type, refresh, dialect, life);
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
                throw new Unreadable(Sentence.SETTING_FLAG.with(setting.key()));
            }
            return Boolean.parseBoolean(value);
        }

        private Optional<Duration> expiration(Setting setting) throws Unreadable {
            if (text(setting).filter(NEVER::equals).isPresent()) {
                return Optional.empty();
            }
            return duration(setting, Duration.ofSeconds(1), LONGEST);
        }

        private Optional<Duration> duration(Setting setting, Duration shortest, Duration longest) throws Unreadable {
            Optional<String> value = text(setting);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            Duration duration =
                    Duration.ofSeconds(NUMBER.matcher(value.get()).matches() ? Long.parseLong(value.get()) : -1);
            if (duration.compareTo(shortest) < 0 || duration.compareTo(longest) > 0) {
                throw new Unreadable(
                        Sentence.SETTING_SECONDS.with(setting.key(), shortest.toSeconds(), longest.toSeconds()));
            }
            return Optional.of(duration);
        }
    }

    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        private final transient Said said;

        Unreadable(Said said) {
            super(null, null, false, false);
            this.said = said;
        }
    }
}
