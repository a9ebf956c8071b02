/**
 * What is registered with Keycloak when it starts: the tables and the listeners. This package uses all others, and no
 * other uses it.
 */
@NullMarked
package org.workfrontoauth2.keycloak.start;

import org.jspecify.annotations.NullMarked;
