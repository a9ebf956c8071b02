package org.workfrontoauth2.walkthrough;

/** The steps of one application type. */
interface Chapter {

    String title();

    void walk(Report report);
}
