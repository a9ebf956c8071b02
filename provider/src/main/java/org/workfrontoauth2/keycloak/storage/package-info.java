/** The tables of this extension and their rows. Queries can use any of them, because they are the lowest layer. */
@NullMarked
package org.workfrontoauth2.keycloak.storage;

import org.jspecify.annotations.NullMarked;
