package org.workfrontoauth2.keycloak.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.workfrontoauth2.contract.Digest;

/** The files of the login theme fit each other. */
class LoginThemeTest {

    private static final String THEME = "/theme/workfront/login/";
    private static final Path MESSAGES = Path.of("../themes/src/main/resources" + THEME + "messages");

    /** Messages of ours begin with our name; the others are Keycloak's, in all its languages. */
    private static final Pattern USED = Pattern.compile("(?:msg\\(|key=|label=|@about key=)\"(workfront\\w+)\"");

    static List<String> languages() throws IOException {
        try (Stream<Path> files = Files.list(MESSAGES)) {
            return files.map(file -> file.getFileName().toString())
                    .map(name -> name.substring("messages_".length(), name.lastIndexOf('.')))
                    .sorted()
                    .toList();
        }
    }

    static List<String> translations() throws IOException {
        return languages().stream().filter(language -> !language.equals("en")).toList();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyLanguageHasTheMessagesThatThePageUsesAndNoOther(String language) throws IOException {
        Set<String> used = new TreeSet<>(USED.matcher(text("login-oauth-grant.ftl"))
                .results()
                .map(found -> found.group(1))
                .toList());

        assertThat(new TreeSet<>(messages(language).stringPropertyNames())).isEqualTo(used);
        assertThat(messages(language).values())
                .noneMatch(text -> text.toString().isBlank());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyLanguageSaysTheNamesThatAreHandedToIt(String language) throws IOException {
        Properties english = messages("en");
        messages(language).forEach((key, text) -> assertThat(places(text.toString(), language))
                .as("%s", key)
                .isEqualTo(places(english.getProperty(key.toString()), "en"))
                .isLessThanOrEqualTo(1));
    }

    /** A single quote begins a part that {@link MessageFormat} takes as it is, with {@code {0}} and without the quote. */
    @ParameterizedTest
    @MethodSource("languages")
    void quotesAreDoubled(String language) throws IOException {
        assertThat(messages(language).values())
                .noneMatch(text -> text.toString().replace("''", "").contains("'"));
    }

    @ParameterizedTest
    @MethodSource("translations")
    void nothingIsLeftInEnglish(String language) throws IOException {
        Properties english = messages("en");

        assertThat(messages(language))
                .allSatisfy((key, text) -> assertThat(text).as("%s", key).isNotEqualTo(english.get(key)));
    }

    private static int places(String text, String language) {
        return new MessageFormat(text, Locale.forLanguageTag(language.replace('_', '-')))
                .getFormatsByArgumentIndex()
                .length;
    }

    /** Browsers keep theme files for 30 days, and their address does not change with our jar: so the name does. */
    @Test
    void theStyleSheetIsNamedAfterItsContent() throws IOException {
        String hash = Digest.sha256Hex(text("resources/" + style())).substring(0, 8);

        assertThat(style()).isEqualTo("css/workfront-" + hash + ".css");
    }

    @Test
    void nothingOfOursRunsInTheBrowser() throws IOException {
        assertThat(text("login-oauth-grant.ftl")).doesNotContainIgnoringCase("<script", "javascript:", "?no_esc");
        assertThat(text("login-oauth-grant.ftl")).doesNotContainPattern("\\son[a-z]+=");
    }

    /** Left and right change places in languages that are written from right to left. */
    @Test
    void theStyleSheetKnowsNoLeftAndRight() throws IOException {
        String style = text("resources/" + style());

        assertThat(Arrays.asList(style.split("\n"))).noneMatch(line -> line.matches(".*\\b(left|right)\\b.*"));
    }

    /** In a place of its own, so that themes whose parent this is need not repeat it. */
    private static String style() throws IOException {
        return properties("theme.properties").getProperty("styles.workfront");
    }

    private static Properties messages(String language) throws IOException {
        return properties("messages/messages_" + language + ".properties");
    }

    private static Properties properties(String file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader =
                new InputStreamReader(LoginThemeTest.class.getResourceAsStream(THEME + file), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }

    private static String text(String file) throws IOException {
        try (InputStream stream = LoginThemeTest.class.getResourceAsStream(THEME + file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
