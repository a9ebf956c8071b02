/**
 * Runs what {@code examples} shows and what {@code docs/clients.md} says about libraries, against the demo's realm. Only with
 * {@code -Pexamples}: it downloads packages from npm and jars from Maven Central.
 */
package org.workfrontoauth2.examples;
