/** What users see: which theme, and what the consent page shows. */
@NullMarked
package org.workfrontoauth2.keycloak.theme;

import org.jspecify.annotations.NullMarked;
