/**
 * What the second contract says, apart from Keycloak: dynamic client registration with software statements.
 *
 * <p>Nothing in this package knows Keycloak; {@code LayersTest} holds it to that. Section numbers in comments are those of
 * {@code docs/registration.md}. Its errors are its own: {@link RegistrationRefusal}.
 */
@NullMarked
package org.workfrontoauth2.contract.registration;

import org.jspecify.annotations.NullMarked;
