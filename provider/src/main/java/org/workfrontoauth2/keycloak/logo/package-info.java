/** Logos of applications: kept, and served to browsers. */
@NullMarked
package org.workfrontoauth2.keycloak.logo;

import org.jspecify.annotations.NullMarked;
