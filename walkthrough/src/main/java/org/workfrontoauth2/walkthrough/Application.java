package org.workfrontoauth2.walkthrough;

import org.jspecify.annotations.Nullable;

/** What an application's developer was given, and the redirect URL the application registered. */
public record Application(String clientId, @Nullable String secret, String redirectUrl) {}
