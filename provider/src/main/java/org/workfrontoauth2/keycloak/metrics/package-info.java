/** What the server counts, for Keycloak's metrics endpoint. */
@NullMarked
package org.workfrontoauth2.keycloak.metrics;

import org.jspecify.annotations.NullMarked;
