package org.workfrontoauth2.keycloak.administration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The paths and methods of the administration API, as its OpenAPI description has them. */
final class DescribedPaths {

    /** The description, as it is served. */
    static final URL DESCRIPTION = Objects.requireNonNull(DescribedPaths.class.getResource("/workfront-openapi.json"));

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final Map<Pattern, Set<String>> methods = new LinkedHashMap<>();

    DescribedPaths() {
        try {
            JsonNode paths = new ObjectMapper().readTree(DESCRIPTION).get("paths");
            paths.properties().forEach(path -> methods.put(pattern(path.getKey()), methods(path.getValue())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Pattern pattern(String template) {
        return Pattern.compile(Pattern.quote(template).replaceAll("\\{[^}]*}", "\\\\E[^/]+\\\\Q") + "/?");
    }

    private static Set<String> methods(JsonNode path) {
        Set<String> allowed = new TreeSet<>();
        path.fieldNames().forEachRemaining(name -> {
            if (METHODS.contains(name)) {
                allowed.add(name.toUpperCase(Locale.ROOT));
            }
        });
        return allowed;
    }

    /**
     * The methods of a path below {@code /admin/realms/{realm}}; empty when there is no such path. A fixed name goes before
     * a placeholder.
     */
    Set<String> allowed(String path) {
        return methods.entrySet().stream()
                .filter(described -> described.getKey().matcher(path).matches())
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(Set.of());
    }
}
