package org.workfrontoauth2.keycloak.language;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.theme.Theme;
import org.workfrontoauth2.contract.Said;
import org.workfrontoauth2.contract.Sentence;

/**
 * A language that sentences are said in: English, or one that has a file {@code sentences_{language}.properties} in the
 * admin theme.
 *
 * @param tag such as {@code ko} (RFC 5646), without script and region
 */
public record Language(String tag, Properties texts) {

    private static final Language ENGLISH = new Language("en", new Properties());
    private static final String THEME = "workfront";
    private static final String FILES = "sentences";
    private static final String FILE = "/theme/workfront/admin/messages/sentences_%s.properties";

    private static final int LONGEST_HEADER = 256;

    /** The first language that is accepted and there (RFC 9110, 12.5.4); English where none is. */
    public static Language accepted(KeycloakSession session, @Nullable String acceptLanguage) {
        return ranges(acceptLanguage).stream()
                .filter(range -> range.getWeight() > 0)
                .map(range -> Locale.forLanguageTag(range.getRange()).getLanguage())
                .flatMap(language -> find(session, language).stream())
                .findFirst()
                .orElse(ENGLISH);
    }

    /** The language that Keycloak itself would choose in this request. */
    public static Language ofRequest(KeycloakSession session) {
        KeycloakContext context = session.getContext();
        return Optional.ofNullable(context.getRealm())
                .map(realm -> context.resolveLocale(context.getUser()).getLanguage())
                .flatMap(language -> find(session, language))
                .orElse(ENGLISH);
    }

    private static List<Locale.LanguageRange> ranges(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.length() > LONGEST_HEADER) {
            return List.of();
        }
        try {
            return Locale.LanguageRange.parse(acceptLanguage);
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    private static Optional<Language> find(KeycloakSession session, String language) {
        if (language.equals(ENGLISH.tag)) {
            return Optional.of(ENGLISH);
        }
        return Stream.of(language)
                .filter(Language::isThere)
                .map(known -> new Language(known, read(session, known)))
                .filter(found -> found.texts.containsKey(Sentence.FORBIDDEN.key()))
                .findFirst();
    }

    /**
     * Asked before the theme is: it remembers every language it was asked for, and answers in the realm's default language
     * for one that it does not have.
     */
    private static boolean isThere(String language) {
        return Language.class.getResource(FILE.formatted(language)) != null;
    }

    private static Properties read(KeycloakSession session, String language) {
        try {
            return session.theme()
                    .getTheme(THEME, Theme.Type.ADMIN)
                    .getMessages(FILES, Locale.forLanguageTag(language));
        } catch (IOException e) {
            return ENGLISH.texts;
        }
    }

    /** The sentence; in English where the file lacks it. */
    public String say(Said said) {
        return said.in(sentence -> texts.getProperty(sentence.key()));
    }
}
