package org.workfrontoauth2.contract;

import java.util.LinkedHashMap;
import java.util.Map;

/** Which pages of other origins may read answers (contract, section 7). */
public final class CrossOrigin {

    private CrossOrigin() {}

    /** Headers of an answer that a page of this origin may read; credentials are never allowed. */
    public static Map<String, String> answer(String origin) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Access-Control-Allow-Origin", origin);
        return headers;
    }

    /** Headers of the answer to a preflight request of such a page. */
    public static Map<String, String> preflight(String origin) {
        Map<String, String> headers = answer(origin);
        headers.put("Access-Control-Allow-Methods", "POST, OPTIONS");
        headers.put("Access-Control-Allow-Headers", "Authorization, Content-Type, Accept, X-Requested-With");
        headers.put("Access-Control-Max-Age", "3600");
        return headers;
    }
}
