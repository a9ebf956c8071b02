package org.workfrontoauth2.testing;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The three types of OAuth2 applications (contract, section 2). */
public enum ApplicationType {
    WEB("web", true, true),
    SINGLE_PAGE("single-page", false, true),
    MACHINE_TO_MACHINE("machine-to-machine", true, false);

    private final String text;
    private final boolean secret;
    private final boolean redirects;

    ApplicationType(String text, boolean secret, boolean redirects) {
        this.text = text;
        this.secret = secret;
        this.redirects = redirects;
    }

    static ApplicationType of(String text) {
        return Arrays.stream(values())
                .filter(type -> type.text.equals(text))
                .findFirst()
                .orElseThrow(
                        () -> new InvalidSetup("An application's type is one of " + all() + ", not " + text + "."));
    }

    private static String all() {
        return Arrays.stream(values()).map(type -> type.text).collect(Collectors.joining(", "));
    }

    /** The type's name in a setup and in the attribute {@code workfront.application.type}. */
    public String text() {
        return text;
    }

    boolean hasSecret() {
        return secret;
    }

    boolean hasRedirectUrls() {
        return redirects;
    }
}
