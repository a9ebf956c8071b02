/** Starts real servers from the distribution, and looks at them as an administrator does. */
package org.workfrontoauth2.server.harness;
