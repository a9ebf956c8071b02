package org.workfrontoauth2.contract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The header or the payload of a JWT: one JSON object without repeated members (RFC 7515, 4; RFC 7519, 4).
 *
 * @param members what it holds: text, numbers and sets of text as such, everything else as {@link #OTHER}, for no rule
 *     looks inside
 */
public record JwtPart(Map<String, Object> members) {

    private static final Object OTHER = new Object();

    /** Every time that anybody means, and no number whose arithmetic is slow: {@code 1e999999999} is short, too. */
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,13}(\\.[0-9]{1,20})?([eE][+-]?[0-9]{1,2})?");

    /** Enough for the year 30000, and for a present time that is in milliseconds by mistake. */
    private static final int MAX_DIGITS = 13;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(16).build())
            .build();

    /** Reads it; empty when this is not UTF-8 or not one such object. */
    public static Optional<JwtPart> read(byte[] bytes) {
        Optional<String> text = Parameters.utf8(ByteBuffer.wrap(bytes));
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> members = new LinkedHashMap<>();
        try (JsonParser parser = JSON.createParser(text.get())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                members.put(name, value(parser, parser.nextToken()));
            }
            boolean whole = parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
            return whole ? Optional.of(new JwtPart(members)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Object value(JsonParser parser, JsonToken token) throws IOException {
        return switch (token) {
            case VALUE_STRING -> text(parser);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getText());
            case START_ARRAY -> array(parser);
            case START_OBJECT -> {
                parser.skipChildren();
                yield OTHER;
            }
            default -> OTHER;
        };
    }

    private static Object number(String text) {
        return NUMBER.matcher(text).matches() ? new BigDecimal(text) : OTHER;
    }

    private static Object array(JsonParser parser) throws IOException {
        Set<String> texts = new LinkedHashSet<>();
        boolean onlyTexts = true;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.VALUE_STRING && text(parser) instanceof String text) {
                texts.add(text);
            } else {
                onlyTexts = false;
                parser.skipChildren();
            }
        }
        return onlyTexts ? texts : OTHER;
    }

    /** Half characters have no UTF-8, and some databases refuse NUL: neither is text. */
    private static Object text(JsonParser parser) throws IOException {
        String text = parser.getText();
        boolean sound =
                text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
        return sound ? text : OTHER;
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    /** The text with this name. Empty if there is none. */
    Optional<String> text(String name) throws Refused {
        Object value = members.get(name);
        if (value == null || value instanceof String) {
            return Optional.ofNullable((String) value);
        }
        throw new Refused(Refusal.MALFORMED_JWT);
    }

    /** The text or texts with this name. Empty if there is no such member. */
    Optional<Set<String>> texts(String name) throws Refused {
        Object value = members.get(name);
        if (value instanceof Set<?> texts) {
            Set<String> copy = new LinkedHashSet<>();
            texts.forEach(text -> copy.add((String) text));
            return Optional.of(copy);
        }
        return text(name).map(Set::of);
    }

    /** The NumericDate of that name (RFC 7519, 2); empty when there is none. */
    Optional<Instant> instant(String name) throws Refused {
        Object value = members.get(name);
        return value == null ? Optional.empty() : Optional.of(instant(value));
    }

    private static Instant instant(Object value) throws Refused {
        if (value instanceof BigDecimal seconds && seconds.precision() - seconds.scale() <= MAX_DIGITS) {
            BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
            BigDecimal nanos = seconds.subtract(whole).movePointRight(9);
            return Instant.ofEpochSecond(whole.longValueExact(), nanos.longValue());
        }
        throw new Refused(Refusal.MALFORMED_JWT);
    }
}
