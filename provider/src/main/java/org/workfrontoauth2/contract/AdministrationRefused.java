package org.workfrontoauth2.contract;

import java.util.LinkedHashMap;
import java.util.Map;

/** A request of the administration API that is refused, with a sentence that consoles show. */
public final class AdministrationRefused extends Exception {

    private static final long serialVersionUID = 1;

    private final AdministrationRefusal refusal;
    private final transient Said said;

    AdministrationRefused(AdministrationRefusal refusal, Said said) {
        super(said.english(), null, false, false);
        this.refusal = refusal;
        this.said = said;
    }

    public int status() {
        return refusal.status();
    }

    /** Why, for the administrator. */
    public Said said() {
        return said;
    }

    /** {@code {"error": …, "errorMessage": …}}, with the sentence in the administrator's language. */
    public Map<String, Object> members(String sentence) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("error", refusal.code());
        members.put("errorMessage", sentence);
        return members;
    }
}
