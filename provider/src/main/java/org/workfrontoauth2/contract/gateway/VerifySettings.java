package org.workfrontoauth2.contract.gateway;

import java.time.Duration;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.workfrontoauth2.contract.Setting;

/**
 * How session IDs are checked in one realm (contract, section 6).
 *
 * @param askers who may ask
 * @param cached how long a valid session ID may be confirmed from memory. Zero means not at all
 * @param queryCounts whether a session ID in a query is read
 */
public record VerifySettings(Askers askers, Duration cached, boolean queryCounts) {

    /** The longest that a session ID may be answered from memory. */
    public static final int MOST_SECONDS = 60;

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,2}");

    /** Reads the settings from the attributes of a realm. What cannot be read switches off what it is about. */
    public static VerifySettings read(Function<String, @Nullable String> attributes) {
        return new VerifySettings(
                Askers.read(
                        attributes.apply(Setting.VERIFY_ADDRESSES.key()),
                        attributes.apply(Setting.VERIFY_SECRETS.key())),
                Duration.ofSeconds(seconds(attributes.apply(Setting.VERIFY_CACHE.key()))),
                isOn(attributes.apply(Setting.SESSION_QUERY.key())));
    }

    private static int seconds(@Nullable String text) {
        String number = text == null ? "" : text.strip();
        int seconds = SECONDS.matcher(number).matches() ? Integer.parseInt(number) : 0;
        return seconds <= MOST_SECONDS ? seconds : 0;
    }

    private static boolean isOn(@Nullable String text) {
        return text == null || text.isBlank() || text.strip().equals("true");
    }
}
