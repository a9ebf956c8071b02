package org.workfrontoauth2.server.harness;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds any of many secrets in a long text, in one pass: by the sums of their first characters. */
final class SecretTexts {

    /** Shorter ones are none of ours. */
    static final int SHORTEST = 24;

    private static final int BASE = 31;
    private static final int SIEVE = 1 << 22;

    private final Map<Integer, List<String>> bySum = new HashMap<>();
    private final BitSet sieve = new BitSet(SIEVE);
    private final int highest;

    SecretTexts(Collection<String> secrets) {
        int power = 1;
        for (int i = 1; i < SHORTEST; i++) {
            power *= BASE;
        }
        highest = power;
        for (String secret : secrets) {
            int sum = 0;
            for (int i = 0; i < SHORTEST; i++) {
                sum = sum * BASE + secret.charAt(i);
            }
            sieve.set(sum & SIEVE - 1);
            bySum.computeIfAbsent(sum, any -> new ArrayList<>()).add(secret);
        }
    }

    /** Where each one begins that is in the text. */
    Map<Integer, String> in(String text) {
        Map<Integer, String> found = new HashMap<>();
        int sum = 0;
        for (int end = 0; end < text.length(); end++) {
            if (end >= SHORTEST) {
                sum -= text.charAt(end - SHORTEST) * highest;
            }
            sum = sum * BASE + text.charAt(end);
            int begin = end - SHORTEST + 1;
            if (begin >= 0 && sieve.get(sum & SIEVE - 1)) {
                for (String secret : bySum.getOrDefault(sum, List.of())) {
                    if (text.startsWith(secret, begin)) {
                        found.put(begin, secret);
                    }
                }
            }
        }
        return found;
    }
}
