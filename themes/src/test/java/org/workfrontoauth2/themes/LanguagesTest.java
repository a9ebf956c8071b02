package org.workfrontoauth2.themes;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A language is there in all places, or only on the consent page. */
class LanguagesTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path CONSOLE = RESOURCES.resolve("theme/workfront/admin/messages");
    private static final Path CONSENT_PAGE = RESOURCES.resolve("theme/workfront/login/messages");
    private static final Path PERMISSION = RESOURCES.resolve("theme-resources/messages");
    private static final Path DEMO_REALM = Path.of("../realm-export/acme-realm.json");

    private static final Pattern SUPPORTED = Pattern.compile("\"supportedLocales\": \\[([^]]*)]");
    private static final Pattern NAME = Pattern.compile("[\\w-]+");

    /** English ones are in the code, in {@code Sentence}. */
    @Test
    void whoeverReadsTheConsoleReadsTheServersSentences() {
        Set<String> sentences = languages(CONSOLE, "sentences");
        sentences.add("en");

        assertThat(languages(CONSOLE, "messages")).isEqualTo(sentences);
    }

    @Test
    void whoeverReadsTheConsoleReadsTheConsentPage() {
        assertThat(languages(CONSENT_PAGE, "messages")).containsAll(languages(CONSOLE, "messages"));
    }

    /** It is in a file of its own, which other themes have too. */
    @Test
    void whoeverReadsTheConsentPageReadsWhatIsAllowed() {
        assertThat(languages(PERMISSION, "messages")).isEqualTo(languages(CONSENT_PAGE, "messages"));
    }

    @Test
    void theDemoRealmSpeaksEveryLanguage() throws IOException {
        Matcher supported = SUPPORTED.matcher(Files.readString(DEMO_REALM));
        assertThat(supported.find()).isTrue();
        Set<String> languages = NAME.matcher(supported.group(1))
                .results()
                .map(MatchResult::group)
                .map(locale -> locale.split("-", 2)[0])
                .collect(toCollection(TreeSet::new));

        assertThat(languages).containsAll(languages(CONSENT_PAGE, "messages"));
    }

    /** Keycloak looks for scripts and regions in some places and not in others: the files are named as it does. */
    private static Set<String> languages(Path folder, String name) {
        return MessageFile.in(folder, name).stream().map(MessageFile::language).collect(toCollection(TreeSet::new));
    }
}
