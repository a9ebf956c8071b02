package org.workfrontoauth2.contract;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Decides which user an application's JWT is for (contract, section 5). Whether the JWT was used before is decided
 * elsewhere.
 *
 * @param rules what it must say
 * @param owners the owners of the application's public keys, each of them once
 * @param namesakes the users with a given {@code wid}
 */
public record Exchange(JwtRules rules, List<KeyOwner> owners, Namesakes namesakes) {

    /** Looks up who answers to a {@code wid}: asked only about one that an owner of a key has. */
    public interface Namesakes {

        /** The IDs of all users who do, in this realm. */
        Set<String> of(String wid);
    }

    /**
     * The user who signed it.
     *
     * @throws Refused with the first rule that the JWT breaks
     */
    public KeyOwner signer(JwtAssertion jwt, Instant now) throws Refused {
        rules.check(jwt.claims(), now);
        KeyOwner owner = subject(jwt.claims().subject());
        jwt.requireSignatureOf(owner.keys());
        return owner;
    }

    /**
     * The one user of that name, and with a key. Other owners of keys, and other users of that name, may be in a store that does
     * not answer: that stops only them.
     */
    private KeyOwner subject(String wid) throws Refused {
        List<KeyOwner> named = owners.stream()
                .filter(owner -> owner.wid().filter(wid::equals).isPresent())
                .toList();
        if (named.isEmpty()) {
            boolean unreachable = owners.stream().anyMatch(owner -> owner.account() == Account.UNKNOWN);
            throw new Refused(unreachable ? Refusal.JWT_SUBJECT_UNREACHABLE : Refusal.JWT_SUBJECT);
        }
        Set<String> all = new HashSet<>(namesakes.of(wid));
        named.forEach(owner -> all.add(owner.userId()));
        if (all.size() > 1) {
            throw new Refused(Refusal.JWT_AMBIGUOUS_SUBJECT);
        }
        return named.get(0);
    }
}
