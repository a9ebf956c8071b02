package org.workfrontoauth2.contract.registration;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.workfrontoauth2.contract.AdministrationRefusal;
import org.workfrontoauth2.contract.AdministrationRefused;
import org.workfrontoauth2.contract.Sentence;

/**
 * What an administrator wants a registered application to be: the fields of a creation, or of a merge patch (RFC 7396).
 *
 * @param values the fields that were sent; empty removes a value
 */
public record RegisteredPatch(Map<RegisteredField, Optional<Object>> values) {

    /** The fields of a creation. */
    public static RegisteredPatch creation(Map<String, @Nullable Object> members) throws AdministrationRefused {
        RegisteredPatch patch = read(members);
        if (!patch.has(RegisteredField.NAME)) {
            throw RegisteredField.NAME.refused(Sentence.FIELD_REQUIRED);
        }
        return patch;
    }

    /** The fields of a change. Read-only and unknown members are refused. */
    public static RegisteredPatch read(Map<String, @Nullable Object> members) throws AdministrationRefused {
        Map<RegisteredField, Optional<Object>> values = new EnumMap<>(RegisteredField.class);
        for (Map.Entry<String, @Nullable Object> member : members.entrySet()) {
            RegisteredField field = RegisteredField.of(member.getKey())
                    .orElseThrow(() -> AdministrationRefusal.INVALID_REQUEST.because(Sentence.FIELD_UNKNOWN));
            values.put(field, field.read(member.getValue()));
        }
        return new RegisteredPatch(values);
    }

    /** Whether the field was sent. */
    public boolean has(RegisteredField field) {
        return values.containsKey(field);
    }

    /** The text of a field that was sent; empty when it has none. */
    public Optional<String> text(RegisteredField field) {
        return values.getOrDefault(field, Optional.empty()).map(String.class::cast);
    }

    /** The elements of a field that was sent. */
    public List<String> texts(RegisteredField field) {
        return values.getOrDefault(field, Optional.empty())
                .map(list -> ((List<?>) list).stream().map(String.class::cast).toList())
                .orElse(List.of());
    }
}
