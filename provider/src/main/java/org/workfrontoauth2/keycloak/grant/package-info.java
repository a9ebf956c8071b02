/** What users have allowed: grants, in a table of our own. */
@NullMarked
package org.workfrontoauth2.keycloak.grant;

import org.jspecify.annotations.NullMarked;
