package org.workfrontoauth2.contract;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Texts of letters and digits with exactly one character changed. */
final class Tampered {

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private Tampered() {}

    /** Every such text: each character, changed to each other one. */
    static Stream<String> inEveryWay(String text) {
        return IntStream.range(0, text.length()).boxed().flatMap(i -> ALPHABET.chars()
                .filter(other -> other != text.charAt(i))
                .mapToObj(other -> changed(text, i, (char) other)));
    }

    /** Each character, changed to the one after it. */
    static Stream<String> everywhere(String text) {
        return IntStream.range(0, text.length()).mapToObj(i -> {
            int next = (ALPHABET.indexOf(text.charAt(i)) + 1) % ALPHABET.length();
            return changed(text, i, ALPHABET.charAt(next));
        });
    }

    private static String changed(String text, int i, char other) {
        return text.substring(0, i) + other + text.substring(i + 1);
    }
}
