/** Dynamic client registration, against the real server. */
package org.workfrontoauth2.server.registration;
