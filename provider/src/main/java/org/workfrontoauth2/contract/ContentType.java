package org.workfrontoauth2.contract;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The media types of bodies (RFC 9110, 8.3.1): compared without regard to letter case, and without their parameters. */
public final class ContentType {

    public static final String FORM = "application/x-www-form-urlencoded";
    public static final String JSON = "application/json";
    public static final String MERGE_PATCH = "application/merge-patch+json";

    private ContentType() {}

    /**
     * The type and subtype of a header {@code Content-Type}, in lower case.
     *
     * @return empty text when there is no header
     */
    public static String of(@Nullable String header) {
        return header == null ? "" : header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
