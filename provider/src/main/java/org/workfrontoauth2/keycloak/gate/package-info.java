/** What keeps applications away from Keycloak's standard endpoints. */
@NullMarked
package org.workfrontoauth2.keycloak.gate;

import org.jspecify.annotations.NullMarked;
