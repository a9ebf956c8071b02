/** The tables of this extension and their rows. Queries may name any of them: they are the lowest layer. */
@NullMarked
package org.workfrontoauth2.keycloak.storage;

import org.jspecify.annotations.NullMarked;
