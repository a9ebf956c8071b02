package org.workfrontoauth2.server;

import java.util.List;
import java.util.stream.Stream;

/** What a client does that is no application, and what of the answers must be the same on both sides. */
interface Use {

    List<String> outcome(Side side);

    static Stream<Use> all() {
        return Stream.of(PublicUse.values(), TokenUse.values(), EndUse.values(), RefusedUse.values())
                .flatMap(Stream::of);
    }
}
