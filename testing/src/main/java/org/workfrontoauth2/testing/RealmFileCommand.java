package org.workfrontoauth2.testing;

import java.io.IOException;
import java.nio.file.Path;

/**
 * What the image for tests runs before the server: makes the realm out of the variable {@value #VARIABLE}. If there is
 * none, or it is wrong, it says so and fails, and no server starts.
 */
public final class RealmFileCommand {

    static final String VARIABLE = "WORKFRONT_TEST_SETUP";

    private static final String EXAMPLE =
            "{\"applications\": [{\"type\": \"web\", \"clientId\": \"report\", \"redirectUrls\": [\"http://localhost:3000/callback\"]}],"
                    + " \"users\": [{\"username\": \"alice\"}]}";

    private RealmFileCommand() {}

    /** Takes one argument: the folder from which the server imports. */
    public static void main(String[] arguments) throws IOException {
        String text = System.getenv(VARIABLE);
        if (text == null || text.isBlank()) {
            System.err.println("This image is for tests. Set " + VARIABLE + ", for example to " + EXAMPLE);
            System.exit(1);
        }
        try {
            RealmFile.write(SetupDocument.read(text), Path.of(arguments[0]));
        } catch (InvalidSetup e) {
            System.err.println(VARIABLE + ": " + e.getMessage());
            System.exit(1);
        }
    }
}
