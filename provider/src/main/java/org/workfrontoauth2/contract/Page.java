package org.workfrontoauth2.contract;

import java.util.regex.Pattern;

/**
 * Which part of a long list an administrator asks for, as in Keycloak's own interfaces. Values out of bounds are
 * refused, because a response that is shorter than requested would look like the last page.
 *
 * @param first how many to skip
 * @param max the maximum to list
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
