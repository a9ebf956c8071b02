package org.workfrontoauth2.contract;

import java.util.Map;

/** How a client is told no: the status and the members of the answer. */
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
