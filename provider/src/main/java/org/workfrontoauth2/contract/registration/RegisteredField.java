package org.workfrontoauth2.contract.registration;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.workfrontoauth2.contract.AdministrationRefusal;
import org.workfrontoauth2.contract.AdministrationRefused;
import org.workfrontoauth2.contract.ApplicationField;
import org.workfrontoauth2.contract.DisplayText;
import org.workfrontoauth2.contract.RedirectUrl;
import org.workfrontoauth2.contract.Sentence;

/** The fields of a registered application that administrators write, each with its rule (registration, "Before"). */
public enum RegisteredField {
    NAME("name") {
        @Override
        Optional<Object> read(@Nullable Object value) throws AdministrationRefused {
            return Optional.of(text(value, LONGEST_NAME).orElseThrow(() -> refused(Sentence.FIELD_REQUIRED)));
        }
    },
    VERSION("version") {
        @Override
        Optional<Object> read(@Nullable Object value) throws AdministrationRefused {
            return text(value, LONGEST_VERSION).map(Object.class::cast);
        }
    },
    PLATFORMS("platforms") {
        @Override
        Optional<Object> read(@Nullable Object value) throws AdministrationRefused {
            return Optional.of(list(value, PLATFORM.asMatchPredicate(), Sentence.FIELD_PLATFORMS));
        }
    },
    SCOPES("scopes") {
        @Override
        Optional<Object> read(@Nullable Object value) throws AdministrationRefused {
            return Optional.of(list(value, SCOPE.asMatchPredicate(), Sentence.FIELD_SCOPES));
        }
    },
    REDIRECT_DOMAINS("redirectDomains") {
        @Override
        Optional<Object> read(@Nullable Object value) throws AdministrationRefused {
            return Optional.of(list(value, DOMAIN.asMatchPredicate(), Sentence.FIELD_DOMAINS));
        }
    },
    CUSTOM_SCHEMES("customSchemes") {
        @Override
        Optional<Object> read(@Nullable Object value) throws AdministrationRefused {
            return Optional.of(list(
                    value, SCHEME.asMatchPredicate().and(RedirectUrl::isSchemeOfAProgram), Sentence.FIELD_SCHEMES));
        }
    };

    public static final int LONGEST_NAME = 255;
    public static final int LONGEST_VERSION = 64;

    /** As many as fit into the columns. */
    public static final int MOST = 20;

    private static final Pattern PLATFORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._+-]{0,63}");

    /** RFC 6749, 3.3. */
    private static final Pattern SCOPE = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]{1,100}");

    /**
     * RFC 1123, 2.1, in lower case and with a dot; the last label is no number, decimal or hexadecimal, for browsers make an
     * address of a host that ends in one (WHATWG URL, "ends in a number checker").
     */
    private static final Pattern DOMAIN = Pattern.compile("(?=.{1,190}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+"
            + "(?!(?:[0-9]+|0x[0-9a-f]*)$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

    /** RFC 3986, 3.1, in lower case; a URN names something and leads nowhere. */
    private static final Pattern SCHEME = Pattern.compile("(?!urn$)[a-z][a-z0-9+.-]{1,62}");

    private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*");

    private final String member;

    RegisteredField(String member) {
        this.member = member;
    }

    /** The name of the JSON member. */
    public String member() {
        return member;
    }

    static Optional<RegisteredField> of(String member) {
        return Arrays.stream(values())
                .filter(field -> field.member.equals(member))
                .findFirst();
    }

    /** The value in its own type, a string or a list of strings; empty for none. */
    abstract Optional<Object> read(@Nullable Object value) throws AdministrationRefused;

    AdministrationRefused refused(Sentence sentence, Object... values) {
        Object[] all = Stream.concat(Stream.of(member), Arrays.stream(values)).toArray();
        return AdministrationRefusal.INVALID_REQUEST.because(sentence, all);
    }

    Optional<String> text(@Nullable Object value, int longest) throws AdministrationRefused {
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof String text) || !ApplicationField.isStorable(text)) {
            throw refused(Sentence.FIELD_TEXT);
        }
        if (text.length() > longest) {
            throw refused(Sentence.FIELD_LONG, longest);
        }
        return DisplayText.of(text);
    }

    /** The elements, each once; none for nothing. Domains and schemes have no letter case. */
    List<String> list(@Nullable Object value, Predicate<String> rule, Sentence sentence) throws AdministrationRefused {
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list) || list.size() > MOST) {
            throw refused(sentence, MOST);
        }
        boolean caseless = this == REDIRECT_DOMAINS || this == CUSTOM_SCHEMES;
        List<String> texts = list.stream()
                .map(element -> element instanceof String text ? text : "")
                .map(text -> caseless ? lowerCase(text) : text)
                .distinct()
                .toList();
        if (!texts.stream().allMatch(rule)) {
            throw refused(sentence, MOST);
        }
        return texts;
    }

    /** Some characters beyond ASCII, such as the Kelvin sign, have a lower case within it: they stay what they are. */
    private static String lowerCase(String text) {
        return ASCII.matcher(text).matches() ? text.toLowerCase(Locale.ROOT) : text;
    }
}
