package org.workfrontoauth2.server;

import java.util.function.Consumer;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Request;

/** A request that no client should send, and what must come back. */
record BadInput(String name, Request request, Consumer<Answer> expected) {

    @Override
    public String toString() {
        return name;
    }
}
