package org.workfrontoauth2.testing;

import java.util.regex.Pattern;

/** What client IDs and usernames are made of here: nothing that has to be escaped anywhere. */
final class Name {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,62}");

    private Name() {}

    static void check(String what, String name) {
        if (!PLAIN.matcher(name).matches()) {
            throw new InvalidSetup("The " + what + " \"" + name + "\" is not made of 1 to 63 letters, digits, dots,"
                    + " underscores, at signs and hyphens, beginning with a letter or digit.");
        }
    }
}
