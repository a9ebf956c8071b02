package org.workfrontoauth2.contract;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text that strangers wrote, made safe to show to users. Control characters, invisible characters and explicit
 * formatting of direction (Unicode, UAX #9) are removed, because they can make one name look like another, or like
 * none. Joiners and direction marks stay, because languages need them. Markup is not changed here. Whoever prints the
 * text escapes it.
 */
public final class DisplayText {

    private static final Pattern TURNING = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

    /** Soft hyphens, spaces without width, fillers of syllables, and other characters that are drawn as nothing. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\u00AD\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u200B"
                    + "\\u2060-\\u2065\\u206A-\\u206F\\u3164\\uFEFF\\uFFA0\\uFFF9-\\uFFFB\\x{E0000}-\\x{E0FFF}]");

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");

    /** Neither blank nor a mark on nothing, nor a joiner of nothing, nor the braille pattern without dots. */
    private static final Pattern SEEN = Pattern.compile("[^\\p{Z}\\p{M}\\p{Cf}\\p{Cn}\\s\\u2800]");

    private DisplayText() {}

    /** The text in one line; empty when nothing of it can be seen. */
    public static Optional<String> of(@Nullable String text) {
        return Optional.ofNullable(text)
                .map(written -> TURNING.matcher(written).replaceAll(""))
                .map(written -> UNSEEN.matcher(written).replaceAll(""))
                .map(written -> CONTROL.matcher(written).replaceAll(" ").strip())
                .filter(shown -> SEEN.matcher(shown).find());
    }

    /** The first letter or digit in upper case, instead of an image. Empty if there is none. */
    public static String initial(String text) {
        return text.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toUpperCase)
                .mapToObj(Character::toString)
                .findFirst()
                .orElse("");
    }
}
