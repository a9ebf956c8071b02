package org.workfrontoauth2.walkthrough;

/** Where a client puts its credentials (contract, section 4). */
public enum Authentication {
    /** {@code Authorization: Basic}. */
    BASIC,
    /** {@code client_id} and {@code client_secret} in the body. */
    BODY,
    /** {@code client_id} alone in the body: public clients. */
    PUBLIC
}
