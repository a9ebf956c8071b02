package org.workfrontoauth2.contract;

import java.util.regex.Pattern;

/**
 * Which part of a long list an administrator asks for, as in Keycloak's own interfaces. What is out of bounds is refused: an
 * answer that is shorter than asked for would look like the last one.
 *
 * @param first how many to leave out
 * @param max how many to list at most
 */
public record Page(int first, int max) {

    /** The longest part of a list. */
    public static final int LARGEST = 1000;

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,10}");

    /** The part that these two parameters ask for. */
    public static Page read(String first, String max) throws AdministrationRefused {
        return new Page(number("first", first, Integer.MAX_VALUE), number("max", max, LARGEST));
    }

    private static int number(String name, String text, int largest) throws AdministrationRefused {
        long number = NUMBER.matcher(text).matches() ? Long.parseLong(text) : -1;
        if (number < 0 || number > largest) {
            throw AdministrationRefusal.INVALID_REQUEST.because(Sentence.FIELD_NUMBER, name, 0, largest);
        }
        return (int) number;
    }
}
