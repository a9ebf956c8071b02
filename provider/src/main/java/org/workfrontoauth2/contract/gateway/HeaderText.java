package org.workfrontoauth2.contract.gateway;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Text as the value of a header: percent-encoded UTF-8 (RFC 3986, 2.1), since a header has no character set and a line break
 * would begin another header. Whoever reads it decodes it as a part of a URL.
 */
final class HeaderText {

    private static final String PLAIN = "-._~@";

    private HeaderText() {}

    /** Letters and digits of ASCII and {@code - . _ ~ @} stay; everything else is encoded, the percent sign included. */
    static String of(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (one & 0xff);
            boolean letterOrDigit = character < 0x80 && Character.isLetterOrDigit(character);
            if (letterOrDigit || PLAIN.indexOf(character) >= 0) {
                encoded.append(character);
            } else {
                encoded.append('%').append(String.format(Locale.ROOT, "%02X", (int) character));
            }
        }
        return encoded.toString();
    }
}
