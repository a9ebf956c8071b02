package org.workfrontoauth2.walkthrough;

/** How a client writes the body of its token requests (contract, section 4). */
public enum Encoding {
    FORM,
    JSON
}
