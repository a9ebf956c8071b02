package org.workfrontoauth2.contract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads a JSON object as the parameters of a request.
 *
 * <p>Members of the contract are strings. Members that are not part of it may be anything (real clients send more than
 * they must) as long as they are not nested deeply; {@code null} counts as left out. A byte order mark, which .NET and
 * PowerShell write, is not part of the text (RFC 8259, 8.1).
 */
public final class JsonBody {

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(16).build())
            .build();

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private JsonBody() {}

    /** The parameters; empty when the text is not one JSON object, or a known member is not a string. */
    public static Optional<Parameters> read(String text, Set<String> known) {
        Map<String, String> values = new LinkedHashMap<>();
        Set<String> repeated = new TreeSet<>();
        Set<String> seen = new TreeSet<>();
        String json = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        try (JsonParser parser = JSON.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (!seen.add(name)) {
                    repeated.add(name);
                }
                if (value == JsonToken.VALUE_STRING) {
                    if (parser.getText().indexOf('\0') >= 0) {
                        return Optional.empty();
                    }
                    values.putIfAbsent(name, parser.getText());
                } else if (value != JsonToken.VALUE_NULL && known.contains(name)) {
                    return Optional.empty();
                } else {
                    parser.skipChildren();
                }
            }
            boolean whole = parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
            return whole ? Optional.of(new Parameters(values, repeated)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
