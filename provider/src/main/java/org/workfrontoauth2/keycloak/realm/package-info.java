/** What a realm is to the contract: whether it is served there, its customer ID, its keys, its attribute {@code wid}. */
@NullMarked
package org.workfrontoauth2.keycloak.realm;

import org.jspecify.annotations.NullMarked;
