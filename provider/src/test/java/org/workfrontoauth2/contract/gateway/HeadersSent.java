package org.workfrontoauth2.contract.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Headers of a request, by names in any letter case. */
record HeadersSent(Map<String, List<String>> values) implements Function<String, List<String>> {

    /** Names and values in turn. */
    static HeadersSent of(String... all) {
        Map<String, List<String>> values = new TreeMap<>();
        for (int i = 0; i < all.length; i += 2) {
            values.computeIfAbsent(all[i].toLowerCase(Locale.ROOT), any -> new ArrayList<>())
                    .add(all[i + 1]);
        }
        return new HeadersSent(values);
    }

    @Override
    public List<String> apply(String name) {
        return values.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }
}
