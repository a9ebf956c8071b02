package org.workfrontoauth2.server.harness;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code application/x-www-form-urlencoded}, for bodies and query strings, and the JSON that clients send instead. */
public final class Form {

    private Form() {}

    public static String encode(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** The same fields as a flat JSON object. */
    public static String json(Map<String, String> fields) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        fields.forEach(object::put);
        return object.toString();
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
