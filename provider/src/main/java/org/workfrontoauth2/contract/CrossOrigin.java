package org.workfrontoauth2.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Which pages of other origins may read answers (contract, section 7). */
public final class CrossOrigin {

    /** What the answer to a preflight request depends on, as in the header {@code Vary}. */
    public static final String PREFLIGHT_VARIES = "Origin, Access-Control-Request-Headers";

    private static final String USUAL = "Authorization, Content-Type, Accept, X-Requested-With";

    /** Characters of all names together: what comes back is never longer than what a browser has reason to send. */
    private static final int LONGEST = 1024;

    /** Names of headers (RFC 9110, 5.1), separated as browsers do it (Fetch, 4.8). */
    private static final Pattern NAMES =
            Pattern.compile("[\\w!#$%&'*+.^`|~-]+(?:[ \\t]*,[ \\t]*[\\w!#$%&'*+.^`|~-]+)*+");

    private CrossOrigin() {}

    /** Headers of an answer that a page of this origin may read; credentials are never allowed. */
    public static Map<String, String> answer(String origin) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Access-Control-Allow-Origin", origin);
        return headers;
    }

    /**
     * Headers of the answer to a preflight request of such a page.
     *
     * @param requested values of {@code Access-Control-Request-Headers}; all of them are allowed, because libraries for
     *     tracing add some that nobody can list. The usual ones instead when they cannot be read or are very long
     */
    public static Map<String, String> preflight(String origin, List<String> requested) {
        Map<String, String> headers = answer(origin);
        headers.put("Access-Control-Allow-Methods", "POST, OPTIONS");
        headers.put("Access-Control-Allow-Headers", allowed(String.join(",", requested)));
        headers.put("Access-Control-Max-Age", "3600");
        return headers;
    }

    private static String allowed(String requested) {
        String names = requested.strip();
        boolean sound = names.length() <= LONGEST && NAMES.matcher(names).matches();
        return sound ? names : USUAL;
    }
}
