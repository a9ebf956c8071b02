package org.workfrontoauth2.contract.registration;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.workfrontoauth2.contract.AdministrationRefusal;
import org.workfrontoauth2.contract.AdministrationRefused;
import org.workfrontoauth2.contract.Sentence;
import org.workfrontoauth2.contract.Setting;

/**
 * A registered application in the import of a whole realm (registration, "Before"). All of them are read before one is
 * created. If one were left out, or lost its revocation, its statement would allow more than in the realm it came from.
 *
 * @param id the {@code software_id}; empty for a new one
 * @param statementId the {@code jti} of its software statement; empty for a new one
 * @param createdAt empty for now
 * @param revokedAt empty when it is not revoked
 * @param fields what administrators write
 */
public record CarriedApplication(
        Optional<String> id,
        Optional<String> statementId,
        Optional<Instant> createdAt,
        Optional<Instant> revokedAt,
        RegisteredPatch fields) {

    public static final String ID = "id";
    public static final String STATEMENT_ID = "statementId";
    public static final String CREATED_AT = "createdAt";
    public static final String REVOKED_AT = "revokedAt";

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,35}");
    private static final Instant YEAR_10000 = Instant.parse("+10000-01-01T00:00:00Z");

    /**
     * All of them.
     *
     * @param json what the attribute says, in Java's own types; null if it is not JSON
     * @throws AdministrationRefused when anything in it cannot be read or kept, with the number of the registered
     *     application, from 1, and the member
     */
    public static List<CarriedApplication> read(@Nullable Object json) throws AdministrationRefused {
        if (!(json instanceof List<?> array)) {
            throw refused(Sentence.IMPORT_ARRAY, Setting.REGISTERED_APPLICATIONS.key());
        }
        List<CarriedApplication> all = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Object sent : array) {
            try {
                CarriedApplication read = one(sent);
                if (read.id.isPresent() && !ids.add(read.id.get())) {
                    throw refused(Sentence.IMPORT_TAKEN, ID);
                }
                all.add(read);
            } catch (AdministrationRefused refused) {
                throw refused(Sentence.IMPORT_APPLICATION, all.size() + 1, refused.said());
            }
        }
        return all;
    }

    private static CarriedApplication one(@Nullable Object sent) throws AdministrationRefused {
        if (!(sent instanceof Map<?, ?> object)) {
            throw refused(Sentence.IMPORT_OBJECT);
        }
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        object.forEach((member, value) -> members.put((String) member, value));
        Optional<String> id = identifier(members, ID);
        Optional<String> statementId = identifier(members, STATEMENT_ID);
        Optional<Instant> createdAt = moment(members, CREATED_AT);
        Optional<Instant> revokedAt = moment(members, REVOKED_AT);
        if (!members.keySet().stream()
                .allMatch(member -> RegisteredField.of(member).isPresent())) {
            throw refused(Sentence.IMPORT_MEMBER);
        }
        return new CarriedApplication(id, statementId, createdAt, revokedAt, RegisteredPatch.creation(members));
    }

    private static Optional<String> identifier(Map<String, @Nullable Object> members, String member)
            throws AdministrationRefused {
        if (!members.containsKey(member)) {
            return Optional.empty();
        }
        if (members.remove(member) instanceof String text
                && IDENTIFIER.matcher(text).matches()) {
            return Optional.of(text);
        }
        throw refused(Sentence.IMPORT_ID, member);
    }

    private static Optional<Instant> moment(Map<String, @Nullable Object> members, String member)
            throws AdministrationRefused {
        if (!members.containsKey(member)) {
            return Optional.empty();
        }
        Optional<Instant> moment = members.remove(member) instanceof String text ? parse(text) : Optional.empty();
        if (moment.isEmpty()) {
            throw refused(Sentence.IMPORT_TIME, member);
        }
        return moment;
    }

    private static Optional<Instant> parse(String text) {
        try {
            return Optional.of(Instant.parse(text))
                    .filter(moment -> !moment.isBefore(Instant.EPOCH) && moment.isBefore(YEAR_10000));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static AdministrationRefused refused(Sentence sentence, Object... values) {
        return AdministrationRefusal.INVALID_REQUEST.because(sentence, values);
    }
}
