package org.workfrontoauth2.keycloak.administration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.RealmModel;
import org.workfrontoauth2.contract.AdministrationRefusal;
import org.workfrontoauth2.contract.AdministrationRefused;
import org.workfrontoauth2.contract.Sentence;
import org.workfrontoauth2.contract.Setting;
import org.workfrontoauth2.contract.gateway.Askers;
import org.workfrontoauth2.contract.gateway.VerifySettings;

/** The members of a realm's settings that are about checking session IDs (contract, section 6). */
final class VerifyMembers {

    private static final String QUERY = "sessionIdInQuery";
    private static final String ADDRESSES = "verifyAddresses";
    private static final String CACHE = "verifyCacheSeconds";

    /** Read-only. */
    private static final String HAS_SECRET = "verifyHasSecret";

    private VerifyMembers() {}

    static void describe(RealmModel realm, Map<String, Object> document) {
        VerifySettings settings = VerifySettings.read(realm::getAttribute);
        document.put(QUERY, settings.queryCounts());
        document.put(ADDRESSES, addresses(realm));
        document.put(CACHE, settings.cached().toSeconds());
        document.put(HAS_SECRET, !settings.askers().secretHashes().isEmpty());
    }

    /** Null: the default. */
    @SuppressWarnings("NullAway")
    private static @Nullable List<String> addresses(RealmModel realm) {
        String text = realm.getAttribute(Setting.VERIFY_ADDRESSES.key());
        if (text == null || text.isBlank()) {
            return null;
        }
        return text.strip().equals(Askers.NONE)
                ? List.of()
                : Arrays.stream(text.split(",")).map(String::strip).toList();
    }

    static void write(RealmModel realm, String member, @Nullable Object value) throws AdministrationRefused {
        switch (member) {
            case QUERY -> realm.setAttribute(Setting.SESSION_QUERY.key(), flag(member, value));
            case ADDRESSES -> {
                if (value == null) {
                    realm.removeAttribute(Setting.VERIFY_ADDRESSES.key());
                } else {
                    realm.setAttribute(Setting.VERIFY_ADDRESSES.key(), addresses(value));
                }
            }
            case CACHE -> {
                if (!(value instanceof Integer seconds) || seconds < 0 || seconds > VerifySettings.MOST_SECONDS) {
                    throw AdministrationRefusal.INVALID_REQUEST.because(
                            Sentence.FIELD_NUMBER, CACHE, 0, VerifySettings.MOST_SECONDS);
                }
                realm.setAttribute(Setting.VERIFY_CACHE.key(), seconds.toString());
            }
            // What was read is accepted back.
            case HAS_SECRET -> flag(member, value);
            default -> throw AdministrationRefusal.INVALID_REQUEST.because(Sentence.FIELD_UNKNOWN);
        }
    }

    private static String flag(String member, @Nullable Object value) throws AdministrationRefused {
        if (!(value instanceof Boolean flag)) {
            throw AdministrationRefusal.INVALID_REQUEST.because(Sentence.FIELD_FLAG, member);
        }
        return flag.toString();
    }

    /** As the setting has it. */
    private static String addresses(Object value) throws AdministrationRefused {
        List<String> texts = new ArrayList<>();
        if (value instanceof List<?> list && list.size() <= Askers.MOST_ADDRESSES) {
            if (list.isEmpty()) {
                return Askers.NONE;
            }
            list.stream()
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .forEach(texts::add);
            if (texts.size() == list.size() && Askers.areReadable(texts)) {
                return String.join(",", texts);
            }
        }
        throw AdministrationRefusal.INVALID_REQUEST.because(Sentence.FIELD_ADDRESSES, ADDRESSES, Askers.MOST_ADDRESSES);
    }
}
