/** Applications authenticate with their own secrets, through the realm's flow. */
@NullMarked
package org.workfrontoauth2.keycloak.authentication;

import org.jspecify.annotations.NullMarked;
