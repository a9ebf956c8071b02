package org.workfrontoauth2.contract;

/** What a user's store says about the user at this moment (contract, section 6; decision 0015). */
public enum Account {
    /** May log in. */
    ENABLED,
    /** Stored, and may not log in. */
    DISABLED,
    /** No longer stored. */
    GONE,
    /** The store does not answer: nobody knows, and nothing that follows from it is for good. */
    UNKNOWN
}
