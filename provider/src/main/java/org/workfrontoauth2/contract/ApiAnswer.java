package org.workfrontoauth2.contract;

import java.util.LinkedHashMap;
import java.util.Map;

/** Answers of Workfront's API: {@code {"data": …}} or {@code {"error": …}} (contract, section 6). */
public final class ApiAnswer {

    private ApiAnswer() {}

    /** The grant of the session ID has ended. */
    public static Map<String, Object> loggedOut() {
        return Map.of("data", Map.of("success", true));
    }

    /** One public client renews its session ID only when it reads this very message. */
    public static Map<String, Object> notLoggedIn() {
        return error("com.attask.common.AuthenticationException", "You are not currently logged in.");
    }

    /** How it is said that the request itself is wrong, or who sends it. */
    public static final ErrorForm WRONG_REQUEST = (denial, description) -> error(
            denial.fault() == Fault.ASKER
                    ? "com.attask.common.AuthorizationException"
                    : "com.attask.common.InvalidParameterException",
            description);

    private static Map<String, Object> error(String type, String message) {
        Map<String, Object> inOrder = new LinkedHashMap<>();
        inOrder.put("class", type);
        inOrder.put("message", message);
        return Map.of("error", inOrder);
    }
}
