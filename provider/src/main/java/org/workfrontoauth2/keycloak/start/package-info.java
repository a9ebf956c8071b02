/** What Keycloak is given when it starts: the tables, and who listens to what. It knows all other packages; none knows it. */
@NullMarked
package org.workfrontoauth2.keycloak.start;

import org.jspecify.annotations.NullMarked;
