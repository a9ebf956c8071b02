package org.workfrontoauth2.contract.gateway;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.workfrontoauth2.contract.Organisation;

/**
 * Who a session ID belongs to.
 *
 * @param wid the user's ID
 * @param user the username
 * @param clientId the application that it was issued to
 * @param organisation where its grant began
 */
public record VerifiedSession(String wid, String user, String clientId, Organisation organisation) {

    /** The headers for the gateway (contract, section 6), which it can forward to the API. */
    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-Workfront-Wid", wid);
        headers.put("X-Workfront-User", HeaderText.of(user));
        headers.put("X-Workfront-Client-Id", HeaderText.of(clientId));
        headers.put("X-Workfront-Domain", HeaderText.of(organisation.domain()));
        headers.put("X-Workfront-Lane", HeaderText.of(organisation.lane()));
        return headers;
    }

    /**
     * What its owner is told, in the form of Workfront's API. The names are Workfront's where it has one. The session ID is
     * not repeated: one in a cookie may be out of reach of the page's scripts.
     *
     * @param left until it expires
     */
    public Map<String, Object> data(Duration left) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("userID", wid);
        data.put("username", user);
        data.put("clientID", clientId);
        data.put("domain", organisation.domain());
        data.put("lane", organisation.lane());
        data.put("expiresIn", Math.max(0, left.toSeconds()));
        return Map.of("data", data);
    }
}
