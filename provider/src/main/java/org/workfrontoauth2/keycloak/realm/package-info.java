/**
 * What the contract needs from a realm: whether it is switched on, the customer ID, the keys, and the attribute {@code
 * wid}.
 */
@NullMarked
package org.workfrontoauth2.keycloak.realm;

import org.jspecify.annotations.NullMarked;
