/**
 * Dynamic client registration, the second contract: registered applications, the clients that devices register with their
 * software statements, and the access tokens of these. Nothing of the first contract runs through here.
 */
@NullMarked
package org.workfrontoauth2.keycloak.registration;

import org.jspecify.annotations.NullMarked;
