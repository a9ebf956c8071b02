/** The authorization endpoint and the redirects back to applications. */
@NullMarked
package org.workfrontoauth2.keycloak.authorize;

import org.jspecify.annotations.NullMarked;
