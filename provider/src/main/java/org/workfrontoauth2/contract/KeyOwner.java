package org.workfrontoauth2.contract;

import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Optional;

/**
 * A user who owns public keys of an application (contract, section 5).
 *
 * @param userId the server's own ID of the user
 * @param account what the user's store says at this moment
 * @param wid the user's {@code wid}; empty when the store does not answer, or the user is gone
 * @param keys the keys of this user that can be read
 */
public record KeyOwner(String userId, Account account, Optional<String> wid, List<RSAPublicKey> keys) {

    /** Refuses users who may not log in. */
    public void requireEnabled() throws Refused {
        if (account != Account.ENABLED) {
            throw new Refused(Refusal.INVALID_USER);
        }
    }
}
