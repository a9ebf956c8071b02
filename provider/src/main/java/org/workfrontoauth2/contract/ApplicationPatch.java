package org.workfrontoauth2.contract;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator wants an application to be: the fields of a creation, or of a merge patch (RFC 7396).
 *
 * @param values the fields that were sent; null removes a value
 */
public record ApplicationPatch(Map<ApplicationField, Optional<Object>> values) {

    private static final String TYPE = "type";

    /** The type in a creation. */
    public static ApplicationType type(Map<String, @Nullable Object> members) throws AdministrationRefused {
        Object type = members.get(TYPE);
        return ApplicationType.of(type instanceof String text ? text : null)
                .orElseThrow(() -> AdministrationRefusal.INVALID_REQUEST.because(Sentence.FIELD_TYPE));
    }

    /** The fields of a creation. */
    public static ApplicationPatch creation(Map<String, @Nullable Object> members) throws AdministrationRefused {
        ApplicationType type = type(members);
        Map<String, @Nullable Object> fields = new java.util.LinkedHashMap<>(members);
        fields.remove(TYPE);
        ApplicationPatch patch = read(fields, type);
        if (!patch.values().containsKey(ApplicationField.NAME)) {
            throw ApplicationField.NAME.refused(Sentence.FIELD_REQUIRED);
        }
        return patch;
    }

    /** The fields of a change. Read-only and unknown members are refused. */
    public static ApplicationPatch read(Map<String, @Nullable Object> members, ApplicationType type)
            throws AdministrationRefused {
        Map<ApplicationField, Optional<Object>> values = new EnumMap<>(ApplicationField.class);
        for (Map.Entry<String, @Nullable Object> member : members.entrySet()) {
            ApplicationField field = ApplicationField.of(member.getKey())
                    .filter(known -> known.fits(type))
                    .orElseThrow(() -> AdministrationRefusal.INVALID_REQUEST.because(Sentence.FIELD_UNKNOWN));
            values.put(field, Optional.ofNullable(field.read(member.getValue(), type)));
        }
        return new ApplicationPatch(values);
    }

    /** Inactive expiration not longer than absolute expiration. */
    public static void requireOrder(Optional<Long> absolute, Optional<Long> inactive) throws AdministrationRefused {
        if (absolute.isPresent() && inactive.isPresent() && inactive.get() > absolute.get()) {
            throw ApplicationField.INACTIVE_EXPIRATION.refused(
                    Sentence.FIELD_ORDER, ApplicationField.ABSOLUTE_EXPIRATION.member());
        }
    }
}
