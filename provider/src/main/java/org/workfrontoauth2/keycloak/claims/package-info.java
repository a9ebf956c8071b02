/** The protocol mappers wid, domain and lane. */
@NullMarked
package org.workfrontoauth2.keycloak.claims;

import org.jspecify.annotations.NullMarked;
