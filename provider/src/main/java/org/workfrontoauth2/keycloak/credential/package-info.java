/** What applications authenticate with: client secrets and public keys. */
@NullMarked
package org.workfrontoauth2.keycloak.credential;

import org.jspecify.annotations.NullMarked;
