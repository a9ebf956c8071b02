package org.workfrontoauth2.contract;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The three kinds of OAuth2 applications (contract, section 2). */
public enum ApplicationType {
    WEB("web"),
    SINGLE_PAGE("single-page"),
    MACHINE_TO_MACHINE("machine-to-machine");

    private final String value;

    ApplicationType(String value) {
        this.value = value;
    }

    /** The word that stands for this type in settings and in the administration API. */
    public String value() {
        return value;
    }

    /** Single page applications run where a secret cannot be kept. */
    public boolean hasSecret() {
        return this != SINGLE_PAGE;
    }

    /** Whether a user's browser starts a grant of such an application. */
    public boolean hasRedirectUrls() {
        return this != MACHINE_TO_MACHINE;
    }

    /** The type of that name; empty for anything else, so that an unreadable setting makes no application. */
    public static Optional<ApplicationType> of(@Nullable String value) {
        return Arrays.stream(values()).filter(type -> type.value.equals(value)).findFirst();
    }
}
