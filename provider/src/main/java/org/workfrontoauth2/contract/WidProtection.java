package org.workfrontoauth2.contract;

import java.util.Set;

/**
 * Whether the realm's user profile lets only administrators write the user attribute {@code wid} (contract, section 4).
 * If users can write it, the attribute is ignored, because somebody could take another user's.
 *
 * @param listed whether the profile has an entry for the attribute
 * @param editors who may edit it according to that entry
 * @param always whether the entry holds for every request; otherwise only for requests with certain scopes
 * @param othersOpen whether users write attributes for which the profile has no entry
 */
public record WidProtection(boolean listed, Set<String> editors, boolean always, boolean othersOpen) {

    private static final Set<String> ADMINISTRATORS = Set.of("admin");

    public WidProtection {
        editors = Set.copyOf(editors);
    }

    /** Without an entry. */
    public static WidProtection unlisted(boolean othersOpen) {
        return new WidProtection(false, Set.of(), false, othersOpen);
    }

    /** Whether it does. */
    public boolean holds() {
        boolean entryHolds = !listed || ADMINISTRATORS.containsAll(editors);
        boolean entryIsAlwaysAsked = listed && always;
        return entryHolds && (entryIsAlwaysAsked || !othersOpen);
    }
}
