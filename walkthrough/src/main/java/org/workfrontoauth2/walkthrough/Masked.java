package org.workfrontoauth2.walkthrough;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text that may be printed: of codes and tokens only the beginning and the length are left. */
final class Masked {

    private static final String SECRETS =
            "code|access_token|refresh_token|id_token|session_state|session_code|client_secret|execution|tab_id|privateKey|jwt_token|pem|software_statement";
    private static final Pattern MEMBER = Pattern.compile("(\"(?:" + SECRETS + ")\"\\s*:\\s*\")([^\"]*)\"");
    private static final Pattern PARAMETER = Pattern.compile("([?&](?:" + SECRETS + ")=)([^&#\\s]*)");

    private Masked() {}

    static String text(String text) {
        String withoutMembers = MEMBER.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1) + token(found.group(2)) + "\""));
        return PARAMETER
                .matcher(withoutMembers)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1) + token(found.group(2))));
    }

    static String token(String token) {
        return token.length() < 12 ? token : token.substring(0, 6) + "…(" + token.length() + ")";
    }
}
