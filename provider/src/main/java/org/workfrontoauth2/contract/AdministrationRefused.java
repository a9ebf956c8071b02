package org.workfrontoauth2.contract;

import java.util.LinkedHashMap;
import java.util.Map;

/** A request of the administration API that is refused, with a sentence that consoles show. */
public final class AdministrationRefused extends Exception {

    private static final long serialVersionUID = 1;

    private final AdministrationRefusal refusal;
    private final String sentence;

    AdministrationRefused(AdministrationRefusal refusal, String sentence) {
        super(sentence, null, false, false);
        this.refusal = refusal;
        this.sentence = sentence;
    }

    public int status() {
        return refusal.status();
    }

    public String sentence() {
        return sentence;
    }

    /** {@code {"error": …, "errorMessage": …}}. */
    public Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("error", refusal.code());
        members.put("errorMessage", sentence);
        return members;
    }
}
