package org.workfrontoauth2.contract;

/** What the store of a user says of the user at this moment (contract, section 6; decision 0015). */
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
