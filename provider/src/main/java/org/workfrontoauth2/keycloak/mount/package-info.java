/** Where a request came in: hosts, paths, and what the server is told about them. */
@NullMarked
package org.workfrontoauth2.keycloak.mount;

import org.jspecify.annotations.NullMarked;
