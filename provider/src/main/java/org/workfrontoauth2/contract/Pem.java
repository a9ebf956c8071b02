package org.workfrontoauth2.contract;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One block of PEM (RFC 7468).
 *
 * @param label what it holds, such as {@code PUBLIC KEY}
 * @param base64 the base64 without white space
 */
record Pem(String label, String base64) {

    /** Some editors begin a file with a byte order mark. */
    private static final Pattern BLOCK =
            Pattern.compile("\\uFEFF?-----BEGIN ([A-Z0-9 ]{1,40})-----([A-Za-z0-9+/=\\s]*+)-----END \\1-----");

    private static final int COLUMNS = 64;

    /** The only block of this text; empty when there is anything else beside it. */
    static Optional<Pem> read(String text) {
        Matcher block = BLOCK.matcher(text.strip());
        return block.matches()
                ? Optional.of(new Pem(block.group(1), block.group(2).replaceAll("\\s+", "")))
                : Optional.empty();
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
