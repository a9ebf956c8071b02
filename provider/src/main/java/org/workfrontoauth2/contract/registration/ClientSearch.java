package org.workfrontoauth2.contract.registration;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.Locale;
import org.workfrontoauth2.contract.AdministrationRefusal;
import org.workfrontoauth2.contract.AdministrationRefused;
import org.workfrontoauth2.contract.ApplicationField;
import org.workfrontoauth2.contract.Sentence;

/**
 * What an administrator looks for among the clients of a registered application: the beginning of a client ID, or of a
 * word in what a device says about itself (registration, "Clients in large numbers"). Letter case does not matter.
 *
 * @param text what was typed, without blanks around it; empty: everything
 */
public record ClientSearch(String text) {

    /** In patterns of {@code like}, what follows it stands for itself. */
    public static final char ESCAPE = '!';

    /** As long as what a device says may be. */
    public static final int LONGEST = 100;

    private static final String NAME = "search";

    /** Reads the query parameter. */
    public static ClientSearch read(String parameter) throws AdministrationRefused {
        String text = parameter.strip();
        if (!ApplicationField.isStorable(text)) {
            throw AdministrationRefusal.INVALID_REQUEST.because(Sentence.FIELD_TEXT, NAME);
        }
        if (text.length() > LONGEST) {
            throw AdministrationRefusal.INVALID_REQUEST.because(Sentence.FIELD_LONG, NAME, LONGEST);
        }
        return new ClientSearch(text);
    }

    /** Whether every client is meant. */
    public boolean isEverything() {
        return text.isEmpty();
    }

    /** The pattern for {@code like} of the client IDs, which are in lower case. */
    public String clientIds() {
        return plain(text.toLowerCase(Locale.ROOT)) + "%";
    }

    /**
     * The pattern for {@code like} of devices that begin a value with it, as {@link DeviceInfo#text} stores them: a quotation
     * mark within a value stands behind a backslash, so this is never found in a value nor over two of them.
     */
    public String beginningsOfValues() {
        return "%\":\"" + plain(inJson()) + "%";
    }

    /** The same of devices that have it behind a blank. Only values have blanks. */
    public String beginningsOfWords() {
        return "% " + plain(inJson()) + "%";
    }

    private String inJson() {
        return new String(JsonStringEncoder.getInstance().quoteAsString(text));
    }

    private static String plain(String text) {
        return text.replaceAll("[!%_\\[]", "!$0");
    }
}
