package org.workfrontoauth2.contract;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Text that every database keeps as it was sent: without NUL, without half characters, and no longer than its column. */
public final class StoredText {

    /** As many characters as Keycloak keeps of a client's name, description or address. */
    public static final int LONGEST = 255;

    private StoredText() {}

    /**
     * What keeps this from being stored.
     *
     * @param field what it is called where it was sent
     */
    public static Optional<Said> problem(String field, @Nullable String text) {
        if (text != null && text.length() > LONGEST) {
            return Optional.of(Sentence.CLIENT_TEXT_LONG.with(field, LONGEST));
        }
        return unstorable(field, text);
    }

    /** The same for text of any length. */
    public static Optional<Said> unstorable(String field, @Nullable String text) {
        return text == null || ApplicationField.isStorable(text)
                ? Optional.empty()
                : Optional.of(Sentence.CLIENT_TEXT.with(field));
    }
}
