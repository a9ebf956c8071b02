package org.workfrontoauth2.testing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A user.
 *
 * @param username in lower case, three characters or more
 * @param wid the user's ID in token responses, 32 hexadecimal digits
 */
public record User(String username, String password, String wid) {

    private static final Pattern WID = Pattern.compile("[0-9a-f]{32}");
    private static final int SHORTEST = 3;
    private static final int WID_BYTES = 16;

    /** @throws InvalidSetup if a user cannot have these values */
    public User {
        Name.check("username", username);
        if (username.length() < SHORTEST || !username.equals(username.toLowerCase(Locale.ROOT))) {
            throw new InvalidSetup(
                    "The username " + username + " is shorter than " + SHORTEST + " characters or not in lower case.");
        }
        if (password.isBlank()) {
            throw new InvalidSetup("The password of " + username + " is empty.");
        }
        if (!WID.matcher(wid).matches()) {
            throw new InvalidSetup("The wid of " + username + " is not 32 hexadecimal digits in lower case.");
        }
    }

    /** A user whose password is the username. The {@code wid} is made from the username, and is always the same. */
    static User named(String username) {
        return new User(username, username, wid(username));
    }

    static String wid(String username) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(username.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, WID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return username;
    }
}
