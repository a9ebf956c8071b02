package org.workfrontoauth2.server.harness;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;

/** The server's time, moved instead of waited for, and the rows in its tables. */
public final class Clock {

    private final Json json = new Json();
    private final URI base;
    private Duration offset = Duration.ZERO;

    Clock(URI base) {
        this.base = URI.create(base + "/realms/master/test-clock");
    }

    /** Moves the server's time on. */
    public void advance(Duration by) {
        set(offset.plus(by));
    }

    /** The server's time in seconds. */
    public long seconds() {
        return json.send("GET", base, null).body().get("time").asLong();
    }

    /** How many rows a table has. */
    public long rows(String table) {
        return json.send("GET", URI.create(base + "/rows/" + table), null)
                .body()
                .get("rows")
                .asLong();
    }

    /** Runs one of the tasks that the server runs now and then. */
    public void run(String task) {
        URI address = URI.create(base + "/tasks/" + task);
        if (!json.send("POST", address, null).body().path("ran").asText().equals(task)) {
            throw new IllegalStateException("the server has no task " + task);
        }
    }

    void reset() {
        if (!offset.isZero()) {
            set(Duration.ZERO);
        }
    }

    private void set(Duration newOffset) {
        JsonNode time = json.send("PUT", URI.create(base + "?offset=" + newOffset.toSeconds()), null)
                .body();
        if (time.get("offset").asLong() != newOffset.toSeconds()) {
            throw new IllegalStateException("the clock did not move: " + time);
        }
        offset = newOffset;
    }
}
