package org.workfrontoauth2.walkthrough;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Prints every step with what came back, and counts. */
final class Report {

    /** Takes a step, says what it saw, and hands on what the next steps need. */
    @FunctionalInterface
    interface Step<T> {
        T take(Notes notes);
    }

    /** Takes a step that no other needs. */
    @FunctionalInterface
    interface Check {
        void take(Notes notes);
    }

    /** What a step saw; its values may be tokens, so only what was masked is printed. */
    static final class Notes {
        private final List<String> lines = new ArrayList<>();

        void add(Object seen) {
            lines.add(seen instanceof String text ? Masked.text(text) : seen.toString());
        }
    }

    /** A step failed, and those that follow in its chapter need it. */
    private static final class Abandoned extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Abandoned(RuntimeException cause) {
            super(cause);
        }
    }

    private final PrintStream out;
    private int passed;
    private int failed;

    Report(PrintStream out) {
        this.out = out;
    }

    void chapter(Chapter chapter) {
        out.printf("%n%s%n", chapter.title());
        try {
            chapter.walk(this);
        } catch (Abandoned e) {
            out.println("      What follows here needs this step and is left out.");
        }
    }

    /** A step whose result the next ones need: when it fails, the chapter ends. */
    <T> T step(String title, Step<T> step) {
        Notes notes = new Notes();
        try {
            T result = step.take(notes);
            passed++;
            print('✓', title, notes);
            return result;
        } catch (RuntimeException e) {
            failed++;
            notes.lines.add("✗ " + (isExpected(e) ? e.getMessage() : e.toString()));
            print('✗', title, notes);
            throw new Abandoned(e);
        }
    }

    /** A step that stands alone: when it fails, the chapter goes on. */
    void check(String title, Check check) {
        try {
            step(title, notes -> {
                check.take(notes);
                return notes;
            });
        } catch (Abandoned e) {
            // It is counted and printed, and nothing depends on it.
        }
    }

    /** Prints the summary and tells whether everything held. */
    boolean finish() {
        out.printf("%n%d passed, %d failed%n", passed, failed);
        return failed == 0 && passed > 0;
    }

    private void print(char sign, String title, Notes notes) {
        out.printf("%3d %c %s%n", passed + failed, sign, title);
        for (String line : notes.lines) {
            out.println("      " + line);
        }
    }

    private static boolean isExpected(RuntimeException e) {
        return e instanceof Mismatch || e instanceof UnexpectedPage;
    }
}
