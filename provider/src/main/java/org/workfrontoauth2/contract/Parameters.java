package org.workfrontoauth2.contract;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a request, each with one value (RFC 6749, 3.1 and 3.2). A parameter without a value counts as left
 * out.
 *
 * @param values name and first value
 * @param repeated the names that were sent more than once
 */
public record Parameters(Map<String, String> values, Set<String> repeated) {

    /** The value; empty when it was left out or is empty. */
    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    /** Whether one of these was sent more than once. */
    public boolean repeats(Set<String> names) {
        return repeated.stream().anyMatch(names::contains);
    }

    /**
     * Reads {@code application/x-www-form-urlencoded} text, strictly: escapes must be complete and UTF-8, and no value
     * holds a NUL character, which some databases refuse.
     */
    public static Optional<Parameters> ofForm(String text) {
        return pairsOfForm(text).map(pairs -> {
            Map<String, String> values = new LinkedHashMap<>();
            Set<String> repeated = new TreeSet<>();
            for (Map.Entry<String, String> pair : pairs) {
                if (values.putIfAbsent(pair.getKey(), pair.getValue()) != null) {
                    repeated.add(pair.getKey());
                }
            }
            return new Parameters(values, repeated);
        });
    }

    /** The same, with every value of every name, in order. */
    static Optional<List<Map.Entry<String, String>>> pairsOfForm(String text) {
        List<Map.Entry<String, String>> pairs = new ArrayList<>();
        for (String pair : text.split("&")) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            if (name == null || value == null) {
                return Optional.empty();
            }
            pairs.add(Map.entry(name, value));
        }
        return Optional.of(pairs);
    }

    /**
     * The pairs of a query that others have made: what cannot be decoded stays as it is, since it is neither a session ID nor
     * the name of one.
     */
    public static List<Map.Entry<String, String>> pairsOfQuery(String query) {
        List<Map.Entry<String, String>> pairs = new ArrayList<>();
        for (String pair : query.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                pairs.add(Map.entry(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1))));
            }
        }
        return pairs;
    }

    private static String decoded(String text) {
        String decoded = decode(text);
        return decoded == null ? text : decoded;
    }

    /** Undoes percent-encoding; null when the text is malformed. */
    static @Nullable String decode(String text) {
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(raw.length);
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] == '+') {
                bytes.put((byte) ' ');
            } else if (raw[i] == '%') {
                int high = i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
                int low = i + 2 < raw.length ? Character.digit(raw[i + 2], 16) : -1;
                if (high < 0 || low < 0) {
                    return null;
                }
                bytes.put((byte) (high * 16 + low));
                i += 2;
            } else {
                bytes.put(raw[i]);
            }
        }
        return utf8(bytes.flip()).filter(decoded -> decoded.indexOf('\0') < 0).orElse(null);
    }

    /** The text of these bytes; empty when they are not UTF-8. */
    public static Optional<String> utf8(ByteBuffer bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(bytes)
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The names only: values may be secrets. */
    @Override
    public String toString() {
        return "Parameters " + values.keySet();
    }
}
