package org.workfrontoauth2.contract.registration;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The text of a software statement, signed by nobody. */
record Statement(String header, String payload) {

    static final String SOFTWARE = "5f8a1c9e-0000-4000-8000-000000000001";
    static final String ID = "5f8a1c9e-0000-4000-8000-000000000002";

    static Statement good() {
        return new Statement(
                "{\"alg\":\"RS256\",\"typ\":\"software-statement+jwt\",\"kid\":\"k1\"}",
                "{\"software_id\":\"" + SOFTWARE + "\",\"jti\":\"" + ID + "\",\"iat\":1723227212}");
    }

    Statement withHeader(String other) {
        return new Statement(other, payload);
    }

    Statement withPayload(String other) {
        return new Statement(header, other);
    }

    String text() {
        return base64(header) + '.' + base64(payload) + '.' + base64("signature");
    }

    static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
