package org.workfrontoauth2.contract;

/** What came of a call that may be refused. */
public final class Refusing {

    private Refusing() {}

    @FunctionalInterface
    public interface Call {
        Object run() throws Refused;
    }

    /** The refusal that this call ends with. */
    public static Denial refusalOf(Call call) {
        try {
            throw new AssertionError("Not refused: " + call.run());
        } catch (Refused refused) {
            return refused.refusal();
        }
    }
}
