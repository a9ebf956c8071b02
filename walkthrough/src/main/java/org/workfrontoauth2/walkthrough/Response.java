package org.workfrontoauth2.walkthrough;

import java.util.Set;

/** What the server answered. */
public record Response(int status, Headers headers, String text) {

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    boolean redirects() {
        return REDIRECTS.contains(status) && headers.first("Location").isPresent();
    }
}
