package org.workfrontoauth2.walkthrough;

/** Where requests go. */
public interface Server {

    Response send(Request request);

    /** Whether this address leads to the server; a browser follows redirects to it and to nowhere else. */
    boolean serves(String address);
}
