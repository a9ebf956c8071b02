package org.workfrontoauth2.examples;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a probe in {@code src/test/node} or {@code src/test/python} said: the steps that worked, and the first one that did not. */
record Probed(List<String> passed, Optional<String> failure) {

    static Probed by(Probes probes, String probe, Demo demo, Mode mode, Demo.Client client, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("URL", demo.url());
        environment.put("ISSUER", demo.issuer());
        environment.put("MODE", mode.text());
        environment.put("CLIENT_ID", client.id());
        environment.put("CLIENT_SECRET", client.secret());
        environment.put("REDIRECT_URL", Demo.REDIRECT_URL);
        List<String> passed = new ArrayList<>();
        Optional<String> failure = Optional.empty();
        try (Program program = probes.start(probe, environment)) {
            for (Optional<String> line = program.next(any -> true);
                    line.isPresent();
                    line = program.next(any -> true)) {
                String[] said = line.get().split(": ", 2);
                switch (said[0]) {
                    case "visit" -> program.type(demo.alice().allow(said[1]));
                    case "passed" -> passed.add(said[1]);
                    case "failed" -> failure = Optional.of(said[1]);
                    default -> {
                        // Warnings of node or of a library.
                    }
                }
            }
        }
        if (passed.isEmpty() && failure.isEmpty()) {
            throw new AssertionError("the probe " + probe + " said nothing");
        }
        return new Probed(passed, failure);
    }

    String steps() {
        return String.join(", ", passed);
    }
}
