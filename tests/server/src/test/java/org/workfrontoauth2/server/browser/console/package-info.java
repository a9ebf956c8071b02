/**
 * The page "OAuth2 applications" of the admin console, in a real browser. Each page object waits for its
 * {@code data-page-id}; parts of a page are known by their {@code data-testid}.
 */
package org.workfrontoauth2.server.browser.console;
