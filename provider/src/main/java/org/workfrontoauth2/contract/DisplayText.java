package org.workfrontoauth2.contract;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text that strangers wrote, as users may see it: without control characters, and without those that turn the direction
 * of what follows (Unicode, UAX #9, explicit formatting), which make one name look like another. Markup is nothing special
 * here: who prints it, escapes it.
 */
public final class DisplayText {

    private static final Pattern TURNING = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}+");

    private DisplayText() {}

    /** The text in one line; empty when nothing of it can be seen. */
    public static Optional<String> of(@Nullable String text) {
        return Optional.ofNullable(text)
                .map(written -> TURNING.matcher(written).replaceAll(""))
                .map(written -> CONTROL.matcher(written).replaceAll(" ").strip())
                .filter(shown -> !shown.isEmpty());
    }

    /** The first letter or digit in upper case, in the place of a picture; empty when there is none. */
    public static String initial(String text) {
        return text.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toUpperCase)
                .mapToObj(Character::toString)
                .findFirst()
                .orElse("");
    }
}
