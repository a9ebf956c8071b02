package org.workfrontoauth2.walkthrough;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the application gets when the browser comes back to it. */
public record Callback(String address) {

    /** The redirect URL, without what was added to it. */
    public String target() {
        int query = address.indexOf('?');
        return query < 0 ? address : address.substring(0, query);
    }

    /** All parameters; one that is there twice would be read differently by different clients and is refused here. */
    public Map<String, String> parameters() {
        int query = address.indexOf('?');
        Map<String, String> parameters = new LinkedHashMap<>();
        for (Map.Entry<String, String> field : UrlEncoded.read(query < 0 ? "" : address.substring(query + 1))) {
            if (parameters.put(field.getKey(), field.getValue()) != null) {
                throw new Mismatch("The redirect carries " + field.getKey() + " twice.");
            }
        }
        return parameters;
    }

    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters().get(name));
    }

    /** The authorization code. */
    public String code() {
        return parameter("code").orElseThrow(() -> new Mismatch("expected a code, got " + Masked.text(address)));
    }

    @Override
    public String toString() {
        return Masked.text(address);
    }
}
