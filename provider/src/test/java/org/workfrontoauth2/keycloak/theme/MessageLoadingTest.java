package org.workfrontoauth2.keycloak.theme;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.theme.ClassLoaderTheme;
import org.keycloak.theme.ClasspathThemeResourceProviderFactory;
import org.keycloak.theme.Theme;

/**
 * Files are named as Keycloak looks for them, which differs from place to place: {@code zh-CN} is {@code zh_Hans} in a
 * theme and {@code zh_CN} in the messages for all themes.
 */
class MessageLoadingTest {

    private static final ClassLoader JAR = MessageLoadingTest.class.getClassLoader();
    private static final Path RESOURCES = Path.of("../themes/src/main/resources");

    static List<Locale> localesOfTheDemoRealm() throws IOException {
        List<Locale> locales = new ArrayList<>();
        new ObjectMapper()
                .readTree(Path.of("../realm-export/acme-realm.json").toFile())
                .path("supportedLocales")
                .forEach(locale -> locales.add(Locale.forLanguageTag(locale.asText())));
        return locales;
    }

    @ParameterizedTest
    @MethodSource("localesOfTheDemoRealm")
    void keycloakFindsTheTextsOfTheConsole(Locale locale) throws IOException {
        Properties found = new ClassLoaderTheme("workfront", Theme.Type.ADMIN, JAR).getMessages(locale);

        assertThat(found.containsKey("workfront.nav")).isEqualTo(isIn("theme/workfront/admin/messages", locale));
    }

    @ParameterizedTest
    @MethodSource("localesOfTheDemoRealm")
    void keycloakFindsTheTextsOfTheConsentPage(Locale locale) throws IOException {
        Properties found = new ClassLoaderTheme("workfront", Theme.Type.LOGIN, JAR).getMessages(locale);

        assertThat(found.containsKey("workfrontAllow")).isEqualTo(isIn("theme/workfront/login/messages", locale));
    }

    @ParameterizedTest
    @MethodSource("localesOfTheDemoRealm")
    void keycloakFindsWhatAnApplicationMayDo(Locale locale) throws IOException {
        Properties found = new ClasspathThemeResourceProviderFactory("workfront", JAR).getMessages("messages", locale);

        assertThat(found.containsKey("workfrontConsent")).isEqualTo(isIn("theme-resources/messages", locale));
    }

    private static boolean isIn(String folder, Locale locale) throws IOException {
        String language = "messages_" + locale.getLanguage();
        try (Stream<Path> files = Files.list(RESOURCES.resolve(folder))) {
            return files.map(file -> file.getFileName().toString())
                    .anyMatch(name -> name.startsWith(language + '_') || name.startsWith(language + '.'));
        }
    }
}
