package org.workfrontoauth2.contract;

import java.util.Map;

/** The form of a refusal: the status and the members of the response. */
public interface ErrorForm {

    /** The HTTP status. */
    default int status(Denial denial) {
        return denial.fault().status();
    }

    /**
     * The members of the answer, in order.
     *
     * @param description the denial's sentence, perhaps with a number of seconds
     */
    Map<String, Object> members(Denial denial, String description);
}
