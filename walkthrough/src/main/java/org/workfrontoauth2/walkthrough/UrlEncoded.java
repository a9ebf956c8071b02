package org.workfrontoauth2.walkthrough;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code application/x-www-form-urlencoded}, of forms and queries. */
final class UrlEncoded {

    private UrlEncoded() {}

    static String write(Collection<Map.Entry<String, String>> fields) {
        return fields.stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    static List<Map.Entry<String, String>> read(String text) {
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        for (String pair : text.split("&", -1)) {
            if (!pair.isEmpty()) {
                String[] sides = pair.split("=", 2);
                fields.add(Map.entry(decode(sides[0]), sides.length < 2 ? "" : decode(sides[1])));
            }
        }
        return fields;
    }

    /** A space becomes {@code %20}, which forms and queries both understand, and not every reader of queries a plus. */
    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
