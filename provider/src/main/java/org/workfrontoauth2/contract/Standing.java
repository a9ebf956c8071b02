package org.workfrontoauth2.contract;

import java.time.Instant;
import java.util.Optional;

/**
 * Decides whether a grant is still active (contract, section 6). Every refresh and every use of a session ID checks
 * this, so that whatever an administrator or a user revokes stops working immediately, on every node.
 *
 * @param grant what is stored about the grant
 * @param client the application that it belongs to, as it is now
 * @param user the user that it belongs to, as the user's store says now
 */
public record Standing(Grant grant, Client client, User user) {

    /**
     * The grant.
     *
     * @param asked whether it is a grant of the realm and the application that the token is presented to
     * @param machine whether JWT exchanges share it
     * @param redeemed whether its code was redeemed
     * @param consentedAt when it began
     * @param lastActiveAt when it was last used, or its user logged in
     */
    public record Grant(boolean asked, boolean machine, boolean redeemed, Instant consentedAt, Instant lastActiveAt) {}

    /**
     * The application.
     *
     * @param enabled whether it is
     * @param type its type
     * @param policy its refresh policy
     */
    public record Client(boolean enabled, ApplicationType type, RefreshPolicy policy) {}

    /**
     * The user.
     *
     * @param account what the store says
     * @param notBefore of the user, the application or the realm, whichever is latest
     * @param consent the user's consent to the application; empty: none
     */
    public record User(Account account, NotBefore notBefore, Optional<Consent> consent) {}

    /**
     * A consent.
     *
     * @param given when it was; empty: nobody knows
     */
    public record Consent(Optional<Instant> given) {}

    /** What ends with the refusal, for good (decision 0015). */
    public enum Ends {
        /** The token is wrong, or older than not-before while its grant is not: that says nothing of the grant. */
        NOTHING,
        /** This grant. */
        GRANT,
        /** Every grant of this user. */
        ALL_OF_THE_USER,
        /** Every grant of this application. */
        ALL_OF_THE_APPLICATION
    }

    /**
     * The grant does not stand.
     *
     * @param refusal why
     * @param ends what ends with that
     */
    public record Fallen(Refusal refusal, Ends ends) {}

    /**
     * Whether the grant stands.
     *
     * @param issuedAt when the presented token was issued, for not-before
     * @return empty: it stands
     */
    public Optional<Fallen> fallen(Instant issuedAt, Instant now) {
        if (!grant.asked() || !grant.redeemed()) {
            return fallen(Refusal.ENDED_GRANT, Ends.NOTHING);
        }
        if (!client.enabled()) {
            return fallen(Refusal.DISABLED_CLIENT, Ends.ALL_OF_THE_APPLICATION);
        }
        if (user.account() != Account.ENABLED) {
            return fallen(
                    Refusal.INVALID_USER, user.account() == Account.UNKNOWN ? Ends.NOTHING : Ends.ALL_OF_THE_USER);
        }
        Instant counted = countedFrom(issuedAt);
        if (!user.notBefore().allows(counted)) {
            // What is older than not-before as a whole stays ended when not-before is taken back.
            return fallen(Refusal.ENDED_GRANT, counted.equals(grant.consentedAt()) ? Ends.GRANT : Ends.NOTHING);
        }
        if (grant.machine() != (client.type() == ApplicationType.MACHINE_TO_MACHINE)) {
            return fallen(Refusal.ENDED_GRANT, Ends.NOTHING);
        }
        // Of a machine, the administrator who added the key decided; there is no consent, and there are no refresh
        // tokens.
        return grant.machine() ? Optional.empty() : fallenOfLogin(now);
    }

    private Optional<Fallen> fallenOfLogin(Instant now) {
        if (!consentStands()) {
            return fallen(Refusal.CONSENT_WITHDRAWN, Ends.GRANT);
        }
        boolean over = client.policy()
                .endsAt(grant.consentedAt(), grant.lastActiveAt())
                .filter(end -> !now.isBefore(end))
                .isPresent();
        return over ? fallen(Refusal.EXPIRED_REFRESH_TOKEN, Ends.GRANT) : Optional.empty();
    }

    /** What exchanges share goes on with the next one; of a login, nothing does. */
    private Instant countedFrom(Instant issuedAt) {
        boolean goesOn = grant.machine() && grant.consentedAt().isBefore(issuedAt);
        return goesOn ? issuedAt : grant.consentedAt();
    }

    /** Consent that was withdrawn and given again does not revive grants from before. */
    private boolean consentStands() {
        return user.consent()
                .filter(consent ->
                        consent.given().filter(grant.consentedAt()::isBefore).isEmpty())
                .isPresent();
    }

    private static Optional<Fallen> fallen(Refusal refusal, Ends ends) {
        return Optional.of(new Fallen(refusal, ends));
    }
}
