package org.workfrontoauth2.examples;

/** What one library is put through. What fails is an exception or a failed assertion. */
interface Probe {

    /** As in {@code docs/clients.md}. */
    String library();

    /** A class of the library, by whose jar its version is known. */
    Class<?> type();

    void run(Trial trial) throws Exception;
}
