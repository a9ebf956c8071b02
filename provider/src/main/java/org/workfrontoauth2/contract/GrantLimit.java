package org.workfrontoauth2.contract;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How many active grants a user can have for one application. If the setting cannot be read, the default is used, so
 * there is always a limit.
 */
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
