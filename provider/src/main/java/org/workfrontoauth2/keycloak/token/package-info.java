/** The token endpoint: codes and refresh tokens become session IDs. */
@NullMarked
package org.workfrontoauth2.keycloak.token;

import org.jspecify.annotations.NullMarked;
