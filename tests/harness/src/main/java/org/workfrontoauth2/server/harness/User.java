package org.workfrontoauth2.server.harness;

/** A user of a realm; the password is the name. */
public record User(String id, String name) {

    public String password() {
        return name;
    }

    /** What the contract calls this user when nobody has set the attribute: the ID without dashes. */
    public String wid() {
        return id.replace("-", "");
    }
}
