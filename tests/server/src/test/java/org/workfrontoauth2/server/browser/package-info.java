/**
 * Tests in a real browser. A test says what a user does; page objects, each known by its {@code data-page-id}, say where on
 * the page that is. Nothing here sleeps.
 */
package org.workfrontoauth2.server.browser;
