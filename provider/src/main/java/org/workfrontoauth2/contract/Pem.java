package org.workfrontoauth2.contract;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One block of PEM (RFC 7468).
 *
 * @param label its type, such as {@code PUBLIC KEY}
 * @param base64 the base64 without white space
 */
record Pem(String label, String base64) {

    /** On lines of its own; some editors begin a file with a byte order mark. */
    private static final Pattern BLOCK = Pattern.compile(
            "(?<=^|[\\r\\n])[\\uFEFF \\t]*-----BEGIN ([A-Z0-9 ]{1,40})-----([A-Za-z0-9+/=\\s]*+)-----END \\1-----"
                    + "[ \\t]*(?=$|[\\r\\n])");

    /** What begins or ends a block, well-formed or not. */
    private static final Pattern BOUNDARY = Pattern.compile("-{2,}\\s*(BEGIN|END)\\b", Pattern.CASE_INSENSITIVE);

    private static final int COLUMNS = 64;

    /**
     * The only block of this text. What is around it, such as the attributes that OpenSSL writes before a certificate, is
     * for people (RFC 7468, 5.2); empty when there is a second block, whole or broken.
     */
    static Optional<Pem> read(String text) {
        Matcher block = BLOCK.matcher(text);
        return block.find() && BOUNDARY.matcher(text).results().count() == 2
                ? Optional.of(new Pem(block.group(1), block.group(2).replaceAll("\\s+", "")))
                : Optional.empty();
    }

    /** The text without its whole blocks. */
    static String around(String text) {
        return BLOCK.matcher(text).replaceAll("\n");
    }

    /** The bytes; empty when the base64 is not their one spelling. */
    Optional<byte[]> bytes() {
        return Base64Url.canonical(base64, Base64.getDecoder(), Base64.getEncoder());
    }

    /** Lines of 64 characters, as RFC 7468 wants them written. */
    static String write(String label, byte[] bytes) {
        byte[] newline = "\n".getBytes(StandardCharsets.US_ASCII);
        String body = Base64.getMimeEncoder(COLUMNS, newline).encodeToString(bytes);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }

    @Override
    public String toString() {
        return "PEM of " + label;
    }
}
