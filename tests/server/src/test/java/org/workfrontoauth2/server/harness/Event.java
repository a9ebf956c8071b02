package org.workfrontoauth2.server.harness;

import com.fasterxml.jackson.databind.JsonNode;

/** An event; members that it does not have are {@code null}. */
public record Event(String type, String error, String clientId, String userId, JsonNode details) {}
