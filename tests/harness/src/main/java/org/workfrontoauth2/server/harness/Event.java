package org.workfrontoauth2.server.harness;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** An event; members that it does not have are {@code null}. */
public record Event(
        String type,
        @Nullable String error,
        @Nullable String clientId,
        @Nullable String userId,
        JsonNode details) {}
