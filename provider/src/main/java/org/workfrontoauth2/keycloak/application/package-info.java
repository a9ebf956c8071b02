/** Clients of Keycloak seen as OAuth2 applications, and their secrets. */
@NullMarked
package org.workfrontoauth2.keycloak.application;

import org.jspecify.annotations.NullMarked;
