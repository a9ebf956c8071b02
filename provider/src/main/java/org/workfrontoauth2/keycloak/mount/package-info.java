/** Where the contract answers: hosts, paths, the description of the server. */
@NullMarked
package org.workfrontoauth2.keycloak.mount;

import org.jspecify.annotations.NullMarked;
