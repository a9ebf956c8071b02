/**
 * A server for the tests of applications written for Workfront's OAuth2.
 *
 * <p>{@link org.workfrontoauth2.testing.WorkfrontServer} runs it from Keycloak's distribution,
 * {@link org.workfrontoauth2.testing.WorkfrontContainer} in a container. Both hand a
 * {@link org.workfrontoauth2.testing.Workfront} to the test. Nothing in this package belongs on a server that others can
 * reach: its secrets and passwords are known, and its time can be moved.
 */
@NullMarked
package org.workfrontoauth2.testing;

import org.jspecify.annotations.NullMarked;
