package org.workfrontoauth2.contract.registration;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the {@code User-Agent} of a client says about its device (RFC 9110, 10.1.5; registration, section 1). */
final class UserAgent {

    static final String UNKNOWN = "Unknown";

    private static final int LONGEST = 1000;

    /** The first product: neither a space nor anything that breaks a line is in a token of RFC 9110, 5.6.2. */
    private static final Pattern PRODUCT = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,50}");

    /** The first that fits counts: Android says Linux, too, and a Roku or a television says many things. */
    private static final Map<String, Pattern> SYSTEMS = systems();

    private UserAgent() {}

    private static Map<String, Pattern> systems() {
        Map<String, Pattern> systems = new LinkedHashMap<>();
        systems.put("Roku OS", pattern("Roku"));
        systems.put("tvOS", pattern("tvOS|Apple ?TV"));
        systems.put("webOS", pattern("web0S|webOS"));
        systems.put("Android", pattern("Android"));
        systems.put("iOS", pattern("iPhone|iPad|iPod|\\biOS\\b|CFNetwork"));
        systems.put("Chrome OS", pattern("\\bCrOS\\b"));
        systems.put("Windows", pattern("Windows"));
        systems.put("Mac OS", pattern("Macintosh|Mac OS|macOS"));
        systems.put("OpenBSD", pattern("OpenBSD"));
        systems.put("Linux", pattern("Linux|X11"));
        return systems;
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    /** The fields of the device, as far as they can be guessed. */
    static Map<String, String> guess(@Nullable String header) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (header == null || header.isBlank()) {
            return fields;
        }
        String text = header.substring(0, Math.min(header.length(), LONGEST));
        fields.put("primaryHardwareType", UNKNOWN);
        product(text).ifPresent(product -> fields.put("model", product));
        SYSTEMS.entrySet().stream()
                .filter(system -> system.getValue().matcher(text).find())
                .findFirst()
                .ifPresent(system -> fields.put("osName", system.getKey()));
        return fields;
    }

    private static Optional<String> product(String text) {
        Matcher product = PRODUCT.matcher(text);
        return product.lookingAt() ? Optional.of(product.group()) : Optional.empty();
    }
}
