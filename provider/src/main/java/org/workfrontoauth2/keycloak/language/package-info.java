/** What administrators are told, in their language. */
@NullMarked
package org.workfrontoauth2.keycloak.language;

import org.jspecify.annotations.NullMarked;
