package org.workfrontoauth2.contract.registration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.workfrontoauth2.contract.CrossOrigin;

/**
 * Pages of every origin may read responses (registration, section 5), because apps for TVs are pages, many with the
 * origin {@code null}. A page learns nothing that a program could not learn too, because nothing here depends on
 * cookies, and the browser's credentials are never allowed.
 */
public final class AnyPage {

    private static final String ANY = "*";

    private AnyPage() {}

    /** Headers of every answer, refusals included. */
    public static Map<String, String> answer() {
        Map<String, String> headers = new LinkedHashMap<>(CrossOrigin.answer(ANY));
        headers.put("Access-Control-Expose-Headers", "Retry-After");
        return headers;
    }

    /**
     * Headers of the answer to a preflight request.
     *
     * @param requested values of {@code Access-Control-Request-Headers}
     */
    public static Map<String, String> preflight(List<String> requested) {
        Map<String, String> headers = new LinkedHashMap<>(CrossOrigin.preflight(ANY, requested));
        headers.put("Access-Control-Allow-Methods", "GET, POST, OPTIONS");
        return headers;
    }
}
