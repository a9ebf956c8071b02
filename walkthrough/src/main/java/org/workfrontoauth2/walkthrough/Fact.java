package org.workfrontoauth2.walkthrough;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** Something that came back, to be compared with what the contract says. */
final class Fact {

    private final String what;
    private final Object actual;

    private Fact(String what, Object actual) {
        this.what = what;
        this.actual = actual;
    }

    static Fact of(String what, Object actual) {
        return new Fact(what, actual);
    }

    /** A value that should be there. */
    static Fact of(String what, Optional<?> actual) {
        return new Fact(what, actual.isPresent() ? actual.get() : "nothing");
    }

    void is(Object expected) {
        if (!Objects.equals(expected, actual)) {
            throw new Mismatch(what + ": expected " + expected + ", got " + shown());
        }
    }

    void isNot(Object unexpected) {
        if (Objects.equals(unexpected, actual)) {
            throw new Mismatch(what + ": expected anything but " + shown());
        }
    }

    void is(String expected, Predicate<String> rule) {
        if (!rule.test(String.valueOf(actual))) {
            throw new Mismatch(what + ": expected " + expected + ", got " + shown());
        }
    }

    private String shown() {
        return actual instanceof String text && text.matches("[A-Za-z0-9_-]{40,}")
                ? Masked.token(text)
                : Masked.text(String.valueOf(actual));
    }
}
