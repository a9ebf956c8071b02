package org.workfrontoauth2.contract;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How many live grants a user may have for one application. What cannot be read is the default: never without bound. */
public final class GrantLimit {

    /** Where nothing is set. */
    public static final int DEFAULT = 50;

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,3}");

    private GrantLimit() {}

    /** The setting: a number from 1 to 9999. */
    public static int read(@Nullable String setting) {
        String text = setting == null ? "" : setting.strip();
        return NUMBER.matcher(text).matches() ? Integer.parseInt(text) : DEFAULT;
    }
}
