/** Session IDs in use: introspection, revocation, logout. */
@NullMarked
package org.workfrontoauth2.keycloak.session;

import org.jspecify.annotations.NullMarked;
