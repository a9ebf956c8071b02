/** Runs Keycloak from its distribution: for this module and the project's own tests. Not meant for others. */
@NullMarked
package org.workfrontoauth2.testing.distribution;

import org.jspecify.annotations.NullMarked;
