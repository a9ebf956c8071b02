/** Full exports with {@code kc.sh export}: they carry the hashes of client secrets, so that they can be restored. */
@NullMarked
package org.workfrontoauth2.keycloak.export;

import org.jspecify.annotations.NullMarked;
