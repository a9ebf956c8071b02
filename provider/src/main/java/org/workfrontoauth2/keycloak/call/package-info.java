/** What every endpoint of the contract shares. */
@NullMarked
package org.workfrontoauth2.keycloak.call;

import org.jspecify.annotations.NullMarked;
