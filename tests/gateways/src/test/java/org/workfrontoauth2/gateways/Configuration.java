package org.workfrontoauth2.gateways;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The files of {@code docker/gateways}, with the places of this machine in place of those in a container. */
final class Configuration {

    private static final Path FILES = Path.of("..", "..", "docker", "gateways");

    private final Path folder;
    private final Map<String, String> places = new LinkedHashMap<>();

    /** @param folder where the gateway may write */
    Configuration(Path folder) {
        this.folder = folder;
    }

    /** What stands there instead of this in all files from here on. */
    Configuration with(String text, String instead) {
        places.put(text, instead);
        return this;
    }

    /** Writes the file, and says where it is. */
    Path write(String name) {
        try {
            Pattern anyPlace =
                    Pattern.compile(places.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|")));
            String text = anyPlace.matcher(Files.readString(FILES.resolve(name)))
                    .replaceAll(found -> Matcher.quoteReplacement(places.get(found.group())));
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return folder;
    }
}
