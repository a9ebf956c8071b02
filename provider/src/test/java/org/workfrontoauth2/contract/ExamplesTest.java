package org.workfrontoauth2.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the page in the console judges while it is typed, it judges as the server does: its tests read the same examples. */
class ExamplesTest {

    private static final JsonNode EXAMPLES = read();

    private static JsonNode read() {
        try {
            return new ObjectMapper()
                    .readTree(Path.of("..", "themes", "console", "test", "examples.json")
                            .toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<JsonNode> at(String pointer) {
        return StreamSupport.stream(EXAMPLES.at(pointer).spliterator(), false);
    }

    static Stream<String> goodRedirectUrls() {
        return at("/redirectUrls/good").map(JsonNode::textValue);
    }

    @ParameterizedTest
    @MethodSource("goodRedirectUrls")
    void redirectUrlIsTaken(String url) {
        assertThat(RedirectUrl.problem(url, ApplicationType.SINGLE_PAGE, "It")).isEmpty();
    }

    static Stream<String> badRedirectUrls() {
        return at("/redirectUrls/bad").map(JsonNode::textValue);
    }

    @ParameterizedTest
    @MethodSource("badRedirectUrls")
    void redirectUrlIsNone(String url) {
        assertThat(RedirectUrl.problem(url, ApplicationType.SINGLE_PAGE, "It")).isPresent();
    }

    static Stream<String> goodPages() {
        return at("/pages/good").map(JsonNode::textValue);
    }

    @ParameterizedTest
    @MethodSource("goodPages")
    void pageIsTaken(String url) {
        assertThat(RedirectUrl.isPage(url)).isTrue();
    }

    static Stream<String> badPages() {
        return at("/pages/bad").map(JsonNode::textValue);
    }

    @ParameterizedTest
    @MethodSource("badPages")
    void pageIsNone(String url) {
        assertThat(RedirectUrl.isPage(url)).isFalse();
    }

    static Stream<JsonNode> names() {
        return at("/names");
    }

    @ParameterizedTest
    @MethodSource("names")
    void nameIsShown(JsonNode name) {
        String shown = name.get("shown").textValue();

        assertThat(DisplayText.of(name.get("written").textValue()).orElse("")).isEqualTo(shown);
        assertThat(DisplayText.initial(shown)).isEqualTo(name.get("initial").textValue());
    }
}
