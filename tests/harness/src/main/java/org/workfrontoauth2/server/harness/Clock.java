package org.workfrontoauth2.server.harness;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The server's time, moved instead of waited for, and the rows in its tables. The clock of one node moves all nodes. */
public final class Clock {

    private final Json json = new Json();
    private final URI base;
    private final List<Clock> together;
    private Duration offset = Duration.ZERO;

    Clock(URI base) {
        this(base, new ArrayList<>());
    }

    /** One more of the clocks that move together. */
    Clock(URI base, List<Clock> together) {
        this.base = URI.create(base + "/realms/master/test-clock");
        this.together = together;
        together.add(this);
    }

    /** Moves the server's time on. */
    public void advance(Duration by) {
        Duration newOffset = offset.plus(by);
        together.forEach(clock -> clock.set(newOffset));
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

    /** Every text in every table, a line each, with the column's name before it. */
    String texts() {
        return json.text(URI.create(base + "/texts"));
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
