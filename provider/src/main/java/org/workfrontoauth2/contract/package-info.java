/**
 * What Workfront's OAuth2 contract says, apart from Keycloak: reading requests, deciding, wording answers.
 *
 * <p>Nothing in this package knows Keycloak; {@code LayersTest} holds it to that. Section numbers in comments are
 * those of the contract as summarised in {@code docs/contract.md}.
 */
@NullMarked
package org.workfrontoauth2.contract;

import org.jspecify.annotations.NullMarked;
