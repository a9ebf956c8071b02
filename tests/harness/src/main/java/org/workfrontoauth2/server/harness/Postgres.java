package org.workfrontoauth2.server.harness;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.workfrontoauth2.testing.distribution.FreePorts;
import org.workfrontoauth2.testing.distribution.RunningProcess;
import org.workfrontoauth2.testing.distribution.Tree;

/** A PostgreSQL of the tests' own, on a free port of the loopback interface, that starts empty in every run. */
public final class Postgres implements AutoCloseable {

    static final String USER = "postgres";

    private static final String NAME = "postgres";

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** The usual 100 are fewer than the connections that two servers may want. */
    private static final String CONNECTIONS = "300";

    private final EmbeddedPostgres process;

    private Postgres(EmbeddedPostgres process) {
        this.process = process;
    }

    static Postgres start() {
        try {
            Path home = Files.createDirectories(Given.workplace().resolve("postgres"));
            Path data = home.resolve("data");
            RunningProcess.endLeftOver(data, data.resolve("postmaster.pid"));
            Tree.delete(data);
            Path log =
                    Files.createDirectories(Given.workplace().resolve("logs")).resolve("postgres.log");
            Files.deleteIfExists(log);
            Postgres started = new Postgres(EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(home.toFile())
                    .setDataDirectory(data)
                    .setPort(FreePorts.one())
                    .setPGStartupWait(PATIENCE)
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("max_connections", CONNECTIONS)
                    .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                    .setServerConfig("pg_stat_statements.track_utility", "off")
                    .setOutputRedirector(Redirect.appendTo(log.toFile()))
                    .setErrorRedirector(Redirect.appendTo(log.toFile()))
                    .start());
            started.run("create extension pg_stat_statements");
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For a server's {@code --db-url}. */
    String url() {
        return "jdbc:postgresql://127.0.0.1:" + process.getPort() + "/" + NAME;
    }

    /** How many rows a table has, or whatever else that query counts. */
    public long count(String query) {
        return ask(query, row -> row.getLong(1)).get(0);
    }

    /** Which statements the requests ran, and how often; those that begin and end transactions are not among them. */
    public List<Calls> statements(Runnable requests) {
        run("select pg_stat_statements_reset()");
        requests.run();
        return ask(
                "select calls, query from pg_stat_statements s join pg_database d on d.oid = s.dbid"
                        + " where d.datname = current_database() and query !~ 'pg_stat_statements' order by calls desc",
                row -> new Calls(row.getLong(1), row.getString(2)));
    }

    /** How often a statement was run. */
    public record Calls(long times, String statement) {}

    /** Somebody else's transaction, which holds these rows until it is closed; {@code sql} ends with {@code for update}. */
    public Held hold(String sql) {
        try {
            Connection connection = process.getPostgresDatabase().getConnection();
            connection.setAutoCommit(false);
            int rows = 0;
            try (Statement statement = connection.createStatement();
                    ResultSet held = statement.executeQuery(sql)) {
                while (held.next()) {
                    rows++;
                }
            }
            return new Held(connection, rows);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** A transaction that holds some rows. */
    public record Held(Connection connection, int rows) implements AutoCloseable {

        @Override
        public void close() {
            try (connection) {
                connection.rollback();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Changes what no interface changes. */
    public void run(String sql) {
        run(process.getPostgresDatabase(), sql);
    }

    private static void run(DataSource database, String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Keeps the database as it is now, under another name; nobody else may be connected. */
    public void keepAs(String name) {
        copy(NAME, name);
    }

    /** Puts the database back to what was kept; nobody else may be connected. */
    public void restore(String name) {
        runElsewhere("drop database " + NAME);
        copy(name, NAME);
    }

    private void copy(String from, String to) {
        runElsewhere("create database " + to + " template " + from + " strategy file_copy");
    }

    private void runElsewhere(String sql) {
        run(process.getDatabase(USER, "template1"), sql);
    }

    private <T> List<T> ask(String query, Row<T> row) {
        try (Connection connection = process.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(row.read(rows));
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    @Override
    public void close() {
        try {
            process.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
