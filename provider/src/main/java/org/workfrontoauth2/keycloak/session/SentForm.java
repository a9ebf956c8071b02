package org.workfrontoauth2.keycloak.session;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.keycloak.http.HttpRequest;
import org.workfrontoauth2.contract.Parameters;

/** What was sent to one of the realm's standard endpoints, as Keycloak has read it. */
final class SentForm {

    private SentForm() {}

    static Parameters read(HttpRequest request) {
        MultivaluedMap<String, String> form = request.getDecodedFormParameters();
        Map<String, String> values = new LinkedHashMap<>();
        Set<String> repeated = new TreeSet<>();
        form.forEach((name, all) -> {
            values.put(name, all.get(0));
            if (all.size() > 1) {
                repeated.add(name);
            }
        });
        return new Parameters(values, repeated);
    }
}
