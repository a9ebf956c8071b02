package org.workfrontoauth2.contract.registration;

/** What came of a call that may be refused. */
final class Refusing {

    private Refusing() {}

    @FunctionalInterface
    interface Call {
        Object run() throws RegistrationRefused;
    }

    /** The refusal that this call ends with. */
    static RegistrationRefusal refusalOf(Call call) {
        try {
            throw new AssertionError("Not refused: " + call.run());
        } catch (RegistrationRefused refused) {
            return refused.refusal();
        }
    }
}
