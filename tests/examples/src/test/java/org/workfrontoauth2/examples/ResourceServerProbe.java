package org.workfrontoauth2.examples;

import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.security.oauth2.server.resource.introspection.SpringOpaqueTokenIntrospector;
import org.workfrontoauth2.walkthrough.Answer;

/** An API that asks about other clients' session IDs. */
final class ResourceServerProbe implements Probe {

    @Override
    public String library() {
        return "spring-security-oauth2-resource-server";
    }

    @Override
    public Class<?> type() {
        return OpaqueTokenIntrospector.class;
    }

    @Override
    public void run(Trial trial) {
        OpaqueTokenIntrospector api = SpringOpaqueTokenIntrospector.withIntrospectionUri(trial.introspectionUrl())
                .clientId("acme-api")
                .clientSecret("acme-api-secret")
                .build();
        Answer tokens = trial.tokens();
        trial.passed(
                "introspect",
                "alice".equals(api.introspect(tokens.member("access_token")).getAttribute("username")));
        trial.passed("error", isRefused(api, tokens.member("refresh_token")) && isRefused(api, Trial.STRANGER));
    }

    private static boolean isRefused(OpaqueTokenIntrospector api, String token) {
        try {
            api.introspect(token);
            return false;
        } catch (BadOpaqueTokenException e) {
            return true;
        }
    }

    @Override
    public String toString() {
        return library();
    }
}
