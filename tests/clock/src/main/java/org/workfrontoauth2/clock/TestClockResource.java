package org.workfrontoauth2.clock;

import jakarta.persistence.EntityManager;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.regex.Pattern;
import org.keycloak.common.util.Time;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.timer.TimerProvider;

/**
 * {@code GET} and {@code PUT ?offset=SECONDS}, the number of rows of the tables that tests look at, and the tasks that the
 * server runs now and then: no test waits for their hour.
 */
public final class TestClockResource {

    /** Ours, and the two in which Keycloak keeps what outlives a browser session. */
    private static final Pattern COUNTED = Pattern.compile("workfront_[a-z_]{1,40}|offline_(user|client)_session");

    private final KeycloakSession session;

    TestClockResource(KeycloakSession session) {
        this.session = session;
    }

    /** The server's time, in seconds, and how far it is from the machine's. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Map<String, Long> time() {
        requireTest();
        return Map.of("offset", (long) Time.getOffset(), "time", Time.currentTimeSeconds());
    }

    /** Moves the server's time to that many seconds after the machine's. */
    @PUT
    @Produces(MediaType.APPLICATION_JSON)
    public Map<String, Long> move(@QueryParam("offset") @DefaultValue("0") int offset) {
        requireTest();
        Time.setOffset(offset);
        return time();
    }

    /** How many rows the table has. */
    @GET
    @Path("rows/{table}")
    @Produces(MediaType.APPLICATION_JSON)
    public Map<String, Long> rows(@PathParam("table") String table) {
        requireTest();
        if (!COUNTED.matcher(table).matches()) {
            throw new NotFoundException();
        }
        EntityManager database =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
        Number rows = (Number)
                database.createNativeQuery("select count(*) from " + table).getSingleResult();
        return Map.of("rows", rows.longValue());
    }

    /** Every text in every table, a line each, with the column's name before it. */
    @GET
    @Path("texts")
    @Produces(MediaType.TEXT_PLAIN)
    public String texts() {
        requireTest();
        EntityManager database =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
        StringBuilder texts = new StringBuilder();
        for (Object row : database.createNativeQuery("select table_name, column_name from information_schema.columns"
                        + " where lower(table_schema) = 'public' and lower(data_type)"
                        + " in ('character varying', 'character', 'text', 'character large object')")
                .getResultList()) {
            Object[] names = (Object[]) row;
            for (Object text : database.createNativeQuery(
                            "select cast(\"" + names[1] + "\" as varchar(1000000)) from \"" + names[0] + "\" where \""
                                    + names[1] + "\" is not null")
                    .getResultList()) {
                texts.append(names[0]).append('.').append(names[1]).append(' ');
                texts.append(String.valueOf(text).replace('\n', ' ')).append('\n');
            }
        }
        return texts.toString();
    }

    /** Runs one of the server's own tasks now. */
    @POST
    @Path("tasks/{name}")
    @Produces(MediaType.APPLICATION_JSON)
    public Map<String, String> run(@PathParam("name") String name) {
        requireTest();
        TimerProvider.TimerTaskContext task =
                session.getProvider(TimerProvider.class).getTasks().get(name);
        if (task == null) {
            throw new NotFoundException();
        }
        task.getRunnable().run();
        return Map.of("ran", name);
    }

    /** On one realm, from the machine itself, and nowhere else. */
    private void requireTest() {
        if (!"master".equals(session.getContext().getRealm().getName())) {
            throw new NotFoundException();
        }
        if (!isLoopback(session.getContext().getConnection().getRemoteAddr())) {
            throw new ForbiddenException();
        }
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
