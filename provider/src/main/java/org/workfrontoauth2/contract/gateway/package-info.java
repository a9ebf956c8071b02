/** Checking session IDs for what stands before a resource server: who may ask, what is sent, what is answered. */
@NullMarked
package org.workfrontoauth2.contract.gateway;

import org.jspecify.annotations.NullMarked;
