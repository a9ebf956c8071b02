package org.workfrontoauth2.contract;

import java.nio.charset.StandardCharsets;

/**
 * A query as it was sent, on its way into a redirect (contract, section 3). Browsers and programs send characters that no URI
 * holds, such as braces and bars (RFC 3986, 3.4); they are escaped, so that the values stay what they are.
 */
public final class RawQuery {

    private static final String IN_NO_URI = "\"<>\\^`{|}";
    private static final char LAST_ASCII = '~';

    private RawQuery() {}

    /** The query with only what may stand in a URI. What is escaped already stays as it is. */
    public static String escaped(String query) {
        StringBuilder uri = new StringBuilder(query.length());
        query.codePoints().forEach(character -> append(uri, character));
        return uri.toString();
    }

    private static void append(StringBuilder uri, int character) {
        if (character > ' ' && character <= LAST_ASCII && IN_NO_URI.indexOf(character) < 0) {
            uri.appendCodePoint(character);
            return;
        }
        for (byte part : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
            uri.append('%')
                    .append(Character.toUpperCase(Character.forDigit(part >> 4 & 0xf, 16)))
                    .append(Character.toUpperCase(Character.forDigit(part & 0xf, 16)));
        }
    }
}
