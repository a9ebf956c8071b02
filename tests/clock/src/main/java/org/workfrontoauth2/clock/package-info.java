/** Moves a test server's time and counts its rows: never part of the product's jar. */
@NullMarked
package org.workfrontoauth2.clock;

import org.jspecify.annotations.NullMarked;
