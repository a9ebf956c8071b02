/** Starts real servers from the distribution, and looks at them as an administrator does. */
@NullMarked
package org.workfrontoauth2.server.harness;

import org.jspecify.annotations.NullMarked;
