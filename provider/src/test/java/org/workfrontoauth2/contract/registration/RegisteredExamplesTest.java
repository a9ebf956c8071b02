package org.workfrontoauth2.contract.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.workfrontoauth2.contract.AdministrationRefused;

/** The page in the console judges the elements of lists as the server does: its tests read the same examples. */
class RegisteredExamplesTest {

    static Stream<Arguments> good() throws IOException {
        return examples("good");
    }

    static Stream<Arguments> bad() throws IOException {
        return examples("bad");
    }

    private static Stream<Arguments> examples(String kind) throws IOException {
        JsonNode fields = new ObjectMapper()
                .readTree(Path.of("..", "themes", "console", "test", "examples.json")
                        .toFile())
                .get("registeredFields");
        return fields.properties().stream().flatMap(field -> StreamSupport.stream(
                        field.getValue().get(kind).spliterator(), false)
                .map(element -> arguments(RegisteredField.of(field.getKey()).orElseThrow(), element.textValue())));
    }

    @ParameterizedTest
    @MethodSource("good")
    void elementIsTaken(RegisteredField field, String element) throws AdministrationRefused {
        assertThat(field.read(List.of(element)))
                .map(List.class::cast)
                .map(List::size)
                .isEqualTo(Optional.of(1));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void elementIsNone(RegisteredField field, String element) {
        assertThatThrownBy(() -> field.read(List.of(element))).isInstanceOf(AdministrationRefused.class);
    }
}
