/** Which of our themes Keycloak's pages have. */
@NullMarked
package org.workfrontoauth2.keycloak.theme;

import org.jspecify.annotations.NullMarked;
