package org.workfrontoauth2.contract;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of an application that administrators write (contract, section 2), each with its rule. */
public enum ApplicationField {
    NAME("name", false) {
        @Override
        @Nullable
        Object read(@Nullable Object value, ApplicationType type) throws AdministrationRefused {
            String name = text(value, 255);
            if (name == null || DisplayText.of(name).isEmpty()) {
                throw refused(Sentence.FIELD_REQUIRED);
            }
            return name;
        }
    },
    DESCRIPTION("description", false) {
        @Override
        @Nullable
        Object read(@Nullable Object value, ApplicationType type) throws AdministrationRefused {
            return text(value, 255);
        }
    },
    REDIRECT_URLS("redirectUrls", true) {
        @Override
        @Nullable
        Object read(@Nullable Object value, ApplicationType type) throws AdministrationRefused {
            if (!(value instanceof List<?> list)) {
                throw refused(Sentence.FIELD_URLS);
            }
            for (Object url : list) {
                if (!(url instanceof String text)) {
                    throw refused(Sentence.FIELD_URLS);
                }
                Optional<Said> problem = RedirectUrl.problem(text, type, member());
                if (problem.isPresent()) {
                    throw AdministrationRefusal.INVALID_REQUEST.because(problem.get());
                }
            }
            if (list.isEmpty()) {
                throw refused(Sentence.FIELD_NO_URL);
            }
            return list.stream().map(String.class::cast).distinct().toList();
        }
    },
    ROTATE("rotateRefreshTokens", true) {
        @Override
        @Nullable
        Object read(@Nullable Object value, ApplicationType type) throws AdministrationRefused {
            return value == null ? null : flag(value);
        }
    },
    GRACE("refreshGraceSeconds", true) {
        @Override
        @Nullable
        Object read(@Nullable Object value, ApplicationType type) throws AdministrationRefused {
            return value == null ? null : number(value, 0, 60);
        }
    },
    ABSOLUTE_EXPIRATION("absoluteExpirationSeconds", true) {
        @Override
        @Nullable
        Object read(@Nullable Object value, ApplicationType type) throws AdministrationRefused {
            return value == null ? null : number(value, 1, FIFTY_YEARS);
        }
    },
    INACTIVE_EXPIRATION("inactiveExpirationSeconds", true) {
        @Override
        @Nullable
        Object read(@Nullable Object value, ApplicationType type) throws AdministrationRefused {
            return value == null ? null : number(value, 1, FIFTY_YEARS);
        }
    },
    STANDARD_RESPONSES("standardResponses", false) {
        @Override
        @Nullable
        Object read(@Nullable Object value, ApplicationType type) throws AdministrationRefused {
            return value == null ? null : flag(value);
        }
    },
    APP_DESCRIPTION_URL("appDescriptionUrl", false) {
        @Override
        @Nullable
        Object read(@Nullable Object value, ApplicationType type) throws AdministrationRefused {
            return page(value);
        }
    },
    DEVELOPER_NAME("developerName", false) {
        @Override
        @Nullable
        Object read(@Nullable Object value, ApplicationType type) throws AdministrationRefused {
            return text(value, 255);
        }
    },
    DEVELOPER_EMAIL("developerEmail", false) {
        @Override
        @Nullable
        Object read(@Nullable Object value, ApplicationType type) throws AdministrationRefused {
            String address = text(value, 255);
            if (address != null && !ADDRESS.matcher(address).matches()) {
                throw refused(Sentence.FIELD_EMAIL);
            }
            return address;
        }
    },
    PRIVACY_POLICY_URL("privacyPolicyUrl", false) {
        @Override
        @Nullable
        Object read(@Nullable Object value, ApplicationType type) throws AdministrationRefused {
            return page(value);
        }
    };

    /** Longest expiration, in seconds: fifty years of 365 days. */
    public static final long FIFTY_YEARS = 50L * 365 * 24 * 60 * 60;

    private static final Pattern ADDRESS = Pattern.compile("[^@\\s<>\"]+@[^@\\s<>\"]+\\.[^@\\s<>\"]+");

    private final String member;
    private final boolean ofBrowserLogins;

    ApplicationField(String member, boolean ofBrowserLogins) {
        this.member = member;
        this.ofBrowserLogins = ofBrowserLogins;
    }

    /** The name of the JSON member. */
    public String member() {
        return member;
    }

    /** Whether machine to machine applications have it too. */
    public boolean fits(ApplicationType type) {
        return !ofBrowserLogins || type.hasRedirectUrls();
    }

    static Optional<ApplicationField> of(String member) {
        return Arrays.stream(values())
                .filter(field -> field.member.equals(member))
                .findFirst();
    }

    /** The value in its own type: a string, a list of strings, a boolean or a number; null for none, or the default. */
    abstract @Nullable Object read(@Nullable Object value, ApplicationType type) throws AdministrationRefused;

    AdministrationRefused refused(Sentence sentence, Object... values) {
        Object[] all = Stream.concat(Stream.of(member), Arrays.stream(values)).toArray();
        return AdministrationRefusal.INVALID_REQUEST.because(sentence, all);
    }

    @Nullable
    String text(@Nullable Object value, int longest) throws AdministrationRefused {
        if (value == null) {
            return null;
        }
        if (!(value instanceof String text) || !isStorable(text)) {
            throw refused(Sentence.FIELD_TEXT);
        }
        if (text.length() > longest) {
            throw refused(Sentence.FIELD_LONG, longest);
        }
        return text.isBlank() ? null : text;
    }

    /** Neither NUL, which some databases refuse, nor half a character. */
    public static boolean isStorable(String text) {
        return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    boolean flag(@Nullable Object value) throws AdministrationRefused {
        if (!(value instanceof Boolean flag)) {
            throw refused(Sentence.FIELD_FLAG);
        }
        return flag;
    }

    long number(@Nullable Object value, long least, long most) throws AdministrationRefused {
        long number = value instanceof Integer || value instanceof Long ? ((Number) value).longValue() : least - 1;
        if (number < least || number > most) {
            throw refused(Sentence.FIELD_NUMBER, least, most);
        }
        return number;
    }

    @Nullable
    String page(@Nullable Object value) throws AdministrationRefused {
        String url = text(value, 2000);
        if (url != null && !RedirectUrl.isPage(url)) {
            throw refused(Sentence.FIELD_PAGE);
        }
        return url;
    }
}
