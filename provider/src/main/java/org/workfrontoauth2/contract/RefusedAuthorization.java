package org.workfrontoauth2.contract;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The response to an application that an authorization endpoint refuses (RFC 6749, 4.1.2.1; RFC 9207).
 *
 * @param denial why
 * @param state the application's state, if it sent one
 * @param issuer the server that responds
 */
public record RefusedAuthorization(Denial denial, Optional<String> state, String issuer) {

    /** Where the browser goes, for a redirect URL that is one of the application's. */
    public String location(String redirectUri) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("error", denial.error());
        parameters.put("error_description", denial.description());
        state.ifPresent(text -> parameters.put("state", text));
        parameters.put("iss", issuer);
        return redirectUri
                + separator(redirectUri)
                + parameters.entrySet().stream()
                        .map(parameter -> parameter.getKey() + "="
                                + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }

    private static String separator(String redirectUri) {
        if (redirectUri.indexOf('?') < 0) {
            return "?";
        }
        return redirectUri.endsWith("?") || redirectUri.endsWith("&") ? "" : "&";
    }
}
