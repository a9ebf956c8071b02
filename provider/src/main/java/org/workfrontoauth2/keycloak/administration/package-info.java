/** The administration API of applications. */
@NullMarked
package org.workfrontoauth2.keycloak.administration;

import org.jspecify.annotations.NullMarked;
