/**
 * Walks the contract end to end as its users do: a browser without a window, a client written for Workfront, a
 * resource server.
 *
 * <p>{@code demo.sh --check} runs {@link org.workfrontoauth2.walkthrough.Walkthrough}; the server tests use the same
 * browser and client.
 */
@NullMarked
package org.workfrontoauth2.walkthrough;

import org.jspecify.annotations.NullMarked;
