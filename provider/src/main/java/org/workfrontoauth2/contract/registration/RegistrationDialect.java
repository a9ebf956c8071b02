package org.workfrontoauth2.contract.registration;

import java.util.LinkedHashMap;
import java.util.Map;
import org.workfrontoauth2.contract.Denial;
import org.workfrontoauth2.contract.ErrorForm;

/**
 * The form of refusals in dynamic client registration (registration, sections 1 to 4): 400 instead of 401, 413 and 415,
 * only the error, and what a client has to do if it cannot continue.
 */
public enum RegistrationDialect implements ErrorForm {
    REGISTRATION;

    private static final String REGISTER_AGAIN = "application-registration";

    @Override
    public int status(Denial denial) {
        return switch (denial.fault()) {
            case CLIENT, SIZE, MEDIA_TYPE -> 400;
            case REQUEST, TOKEN, ASKER, METHOD, RATE -> denial.fault().status();
        };
    }

    @Override
    public Map<String, Object> members(Denial denial, String description) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("error", denial.error());
        if (denial == RegistrationRefusal.CLIENT_ENDED) {
            members.put("action", REGISTER_AGAIN);
        }
        return members;
    }
}
