/** Keycloak's whole realms, as other tools write them: imports, partial imports, and changes of a realm. */
@NullMarked
package org.workfrontoauth2.keycloak.datastore;

import org.jspecify.annotations.NullMarked;
