/** Hands out the endpoints: one path, one resource. */
@NullMarked
package org.workfrontoauth2.keycloak.endpoint;

import org.jspecify.annotations.NullMarked;
