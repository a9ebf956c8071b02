/** Tests as somebody else writes them: they know nothing of this project but the module {@code testing}. */
package org.workfrontoauth2.newcomer;
