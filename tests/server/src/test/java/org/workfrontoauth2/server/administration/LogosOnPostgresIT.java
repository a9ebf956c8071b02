package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.Postgres;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.TwoNodes;
import org.workfrontoauth2.walkthrough.Answer;

/** On PostgreSQL, logos are in their rows: a large object would outlive its row. */
@RunsOn
class LogosOnPostgresIT {

    private static final int REPLACEMENTS = 100;

    private final HttpClient browser = HttpClient.newHttpClient();
    private final TwoNodes nodes;
    private final Postgres database;
    private final OwnRealm realm;
    private long before;

    LogosOnPostgresIT(TwoNodes nodes) {
        this.nodes = nodes;
        this.database = nodes.database();
        this.realm = OwnRealm.served(nodes.second());
    }

    @BeforeEach
    void count() {
        before = largeObjects();
    }

    @AfterEach
    void deleteRealm() {
        realm.close();
        assertThat(largeObjects()).isEqualTo(before);
        assertThat(database.count("select count(*) from workfront_logo")).isZero();
    }

    @Test
    void replacedLogosLeaveNothingBehind() throws Exception {
        String clientId = create();
        byte[] last = Pictures.pngOfBytes(256 * 1024);
        for (int i = 1; i < REPLACEMENTS; i++) {
            put(clientId, Pictures.of("png", i, i));
        }
        put(clientId, last);

        assertThat(largeObjects()).isEqualTo(before);
        assertThat(database.count("select count(*) from workfront_logo")).isEqualTo(1);
        assertThat(get(clientId)).isEqualTo(last);
    }

    /** The tables as version 0.1 made them, with a logo whose large object somebody forgot to restore. */
    @Test
    void logosOfAnOlderVersionAreMovedAndTheirLargeObjectsRemoved() throws Exception {
        byte[] large = Pictures.pngOfBytes(256 * 1024);
        byte[] small = Pictures.of("jpeg", 40, 40);
        String first = create();
        String second = create();
        String lost = create();
        put(first, large);
        put(second, "image/jpeg", small);
        put(lost, Pictures.png());

        nodes.restartSecond(() -> {
            database.run("alter table workfront_logo add column picture oid");
            database.run("update workfront_logo set picture = lo_from_bytea(0, image)");
            database.run("alter table workfront_logo drop column image");
            database.run("alter table workfront_logo rename column picture to image");
            database.run("alter table workfront_logo alter column image set not null");
            database.run("select lo_unlink(l.image) from workfront_logo l join client c on c.id = l.client_id"
                    + " where c.client_id = '" + lost + "'");
            database.run("delete from databasechangelog_workfront where id = 'workfront-7'");
            assertThat(largeObjects()).isEqualTo(before + 2);
        });

        assertThat(largeObjects()).isEqualTo(before);
        assertThat(get(first)).isEqualTo(large);
        assertThat(get(second)).isEqualTo(small);
        assertThat(realm.applications().get(lost).get("logoUrl").isNull()).isTrue();
        put(lost, "image/jpeg", small);
        assertThat(get(lost)).isEqualTo(small);
        assertThat(database.count("select count(*) from information_schema.columns where table_name = 'workfront_logo'"
                        + " and column_name = 'image' and data_type = 'bytea' and is_nullable = 'NO'"))
                .isEqualTo(1);
    }

    private long largeObjects() {
        return database.count("select count(*) from pg_largeobject_metadata");
    }

    private String create() {
        return realm.applications().create("web").get("clientId").asText();
    }

    private void put(String clientId, byte[] picture) {
        put(clientId, "image/png", picture);
    }

    private void put(String clientId, String type, byte[] picture) {
        Answer answer = realm.applications().caller().send("PUT", "/" + clientId + "/logo", type, picture);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
    }

    private byte[] get(String clientId) throws IOException, InterruptedException {
        URI url = URI.create(realm.applications().get(clientId).get("logoUrl").asText());
        HttpResponse<byte[]> served =
                browser.send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(served.statusCode()).isEqualTo(200);
        return served.body();
    }
}
