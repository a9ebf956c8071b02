package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.workfrontoauth2.server.administration.Refusal.assertRefused;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.Applications;
import org.workfrontoauth2.server.harness.Caller;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Request;

/** Contract, section 2: an application's logo, served as it was uploaded, to everybody. */
@RunsOn
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LogoIT {

    private static final int MOST = 256 * 1024;

    private final HttpClient browser = HttpClient.newHttpClient();
    private final OwnRealm realm;
    private String clientId;

    LogoIT(OwnRealm realm) {
        this.realm = realm;
    }

    @BeforeEach
    void createApplication() {
        clientId = create("web");
    }

    @AfterEach
    void deleteApplications() {
        realm.applications().deleteAll();
    }

    Stream<Arguments> pictures() {
        return Stream.of(
                Arguments.of("image/png", Pictures.of("png", 64, 64)),
                Arguments.of("image/png", Pictures.of("png", 1, 1)),
                Arguments.of("image/png", Pictures.of("png", 1024, 1024)),
                Arguments.of("image/png", Pictures.pngOfBytes(MOST)),
                Arguments.of("image/jpeg", Pictures.of("jpeg", 1024, 3)),
                Arguments.of("image/webp", Pictures.webp(1024, 1024)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pictures")
    void itIsServedByteForByteAndRunsNothing(String type, byte[] picture) throws Exception {
        assertStored(put(clientId, type, picture));

        HttpResponse<byte[]> served = get(logoUrl(clientId));

        assertThat(served.statusCode()).isEqualTo(200);
        assertThat(served.body()).isEqualTo(picture);
        assertThat(served.headers().allValues("Content-Type")).containsExactly(type);
        assertThat(served.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(served.headers().allValues("Content-Security-Policy"))
                .containsExactly("default-src 'none'; sandbox");
        assertThat(served.headers().allValues("Cache-Control")).containsExactly("public, max-age=31536000, immutable");
        assertThat(served.headers().allValues("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"web", "single-page", "machine-to-machine"})
    void everyTypeOfApplicationMayHaveOneWhoseAddressIsItsHash(String type) {
        String application = create(type);
        assertThat(realm.applications().get(application).get("logoUrl").isNull())
                .isTrue();
        byte[] picture = Pictures.png();

        assertStored(put(application, "image/png", picture));

        assertThat(logoUrl(application))
                .isEqualTo(realm.base() + "/realms/" + realm.name() + "/integrations/oauth2/logos/"
                        + HexFormat.of().formatHex(RsaKey.sha256(picture)));
    }

    @Test
    void itIsServedOnTheOrganisationsHostToo() {
        assertStored(put(clientId, "image/png", Pictures.png()));
        String path = logoUrl(clientId).replaceFirst(".*(?=/integrations/)", "");

        Answer answer = Caller.answer(
                realm.server().send(Request.get(realm.organisation().contract() + path)));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().all("Content-Type")).containsExactly("image/png");
    }

    @Test
    void anotherOneReplacesItAndHasAnotherAddress() throws Exception {
        assertStored(put(clientId, "image/png", Pictures.png()));
        String before = logoUrl(clientId);
        byte[] other = Pictures.of("jpeg", 40, 40);

        assertStored(put(clientId, "image/jpeg", other));

        assertThat(logoUrl(clientId)).isNotEqualTo(before);
        assertThat(get(logoUrl(clientId)).body()).isEqualTo(other);
        assertThat(get(before).statusCode()).isEqualTo(404);
    }

    @Test
    void theSameOneAgainChangesNothing() throws Exception {
        byte[] picture = Pictures.png();
        assertStored(put(clientId, "image/png", picture));
        String before = logoUrl(clientId);

        assertStored(put(clientId, "image/png; charset=binary", picture));

        assertThat(logoUrl(clientId)).isEqualTo(before);
        assertThat(get(before).body()).isEqualTo(picture);
    }

    // What is no logo

    Stream<Arguments> whatIsNoLogo() {
        byte[] png = Pictures.png();
        byte[] jpeg = Pictures.of("jpeg", 64, 64);
        byte[] webp = Pictures.webp(64, 64);
        byte[] svg = Pictures.ascii("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>");
        byte[] html = Pictures.ascii("<!doctype html><script>alert(1)</script>");
        byte[] gif = Pictures.of("gif", 64, 64);
        String unreadable = "The file is not a readable PNG, JPEG or WebP image.";
        String other = "The image does not have the type that the Content-Type header says.";
        String type = "Send the logo as image/png, image/jpeg or image/webp.";
        String dimensions = "A logo has at least 1 by 1 and at most 1024 by 1024 pixels.";
        return Stream.of(
                Arguments.of("SVG", "image/svg+xml", svg, 415, type),
                Arguments.of("SVG as PNG", "image/png", svg, 400, unreadable),
                Arguments.of("HTML", "text/html", html, 415, type),
                Arguments.of("HTML as JPEG", "image/jpeg", html, 400, unreadable),
                Arguments.of("GIF", "image/gif", gif, 415, type),
                Arguments.of("GIF as PNG", "image/png", gif, 400, unreadable),
                Arguments.of("PNG as HTML", "text/html", png, 415, type),
                Arguments.of("PNG as JPEG", "image/jpeg", png, 415, other),
                Arguments.of("PNG as WebP", "image/webp", png, 415, other),
                Arguments.of("JPEG as PNG", "image/png", jpeg, 415, other),
                Arguments.of("WebP as PNG", "image/png", webp, 415, other),
                Arguments.of("nothing", "image/png", new byte[0], 400, unreadable),
                Arguments.of("a PNG's signature", "image/png", Arrays.copyOf(png, 8), 400, unreadable),
                Arguments.of("half a PNG's header", "image/png", Arrays.copyOf(png, 30), 400, unreadable),
                Arguments.of("a PNG's changed header", "image/png", changed(png, 19), 400, unreadable),
                Arguments.of("half a JPEG's header", "image/jpeg", Arrays.copyOf(jpeg, 30), 400, unreadable),
                Arguments.of("half a WebP", "image/webp", Arrays.copyOf(webp, 24), 400, unreadable),
                Arguments.of("a wide PNG", "image/png", Pictures.of("png", 1025, 4), 400, dimensions),
                Arguments.of("a high JPEG", "image/jpeg", Pictures.of("jpeg", 4, 1025), 400, dimensions),
                Arguments.of("a wide WebP", "image/webp", Pictures.webp(1025, 1), 400, dimensions));
    }

    private static byte[] changed(byte[] picture, int at) {
        byte[] changed = picture.clone();
        changed[at] ^= 1;
        return changed;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whatIsNoLogo")
    void whatIsNoLogoIsRefusedByItsContent(String name, String type, byte[] bytes, int status, String sentence)
            throws Exception {
        byte[] kept = Pictures.png();
        assertStored(put(clientId, "image/png", kept));

        assertRefused(put(clientId, type, bytes), status, "invalid_request").saying(sentence);
        assertThat(get(logoUrl(clientId)).body()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(ints = {MOST + 1, 300 * 1024, 2 * 1024 * 1024})
    void moreThan256KibibytesAreTooLarge(int size) {
        assertRefused(put(clientId, "image/png", Pictures.pngOfBytes(size)), 413, "too_large")
                .saying("The logo is larger than 256 KiB.");
        assertThat(realm.applications().get(clientId).get("logoUrl").isNull()).isTrue();
    }

    // The end of a logo

    @Test
    void aDeletedOneIsGone() throws Exception {
        assertStored(put(clientId, "image/png", Pictures.png()));
        String url = logoUrl(clientId);

        Answer answer = applications().delete("/" + clientId + "/logo");

        assertThat(answer.status()).isEqualTo(204);
        assertThat(realm.applications().get(clientId).get("logoUrl").isNull()).isTrue();
        assertThat(get(url).statusCode()).isEqualTo(404);
    }

    @Test
    void deletingWhatIsNotThereDoesNoHarm() {
        assertThat(applications().delete("/" + clientId + "/logo").status()).isEqualTo(204);
    }

    @Test
    void itLivesAsLongAsOneApplicationHasIt() throws Exception {
        String other = create("single-page");
        byte[] picture = Pictures.png();
        assertStored(put(clientId, "image/png", picture));
        assertStored(put(other, "image/png", picture));
        String url = logoUrl(clientId);
        assertThat(logoUrl(other)).isEqualTo(url);

        applications().delete("/" + clientId + "/logo");
        assertThat(get(url).body()).isEqualTo(picture);
        applications().delete("/" + other + "/logo");
        assertThat(get(url).statusCode()).isEqualTo(404);
    }

    @Test
    void itGoesWithItsApplication() throws Exception {
        assertStored(put(clientId, "image/png", Pictures.png()));
        String url = logoUrl(clientId);
        long rows = realm.keycloak().clock().rows("workfront_logo");

        realm.applications().delete(clientId);

        assertThat(get(url).statusCode()).isEqualTo(404);
        assertThat(realm.keycloak().clock().rows("workfront_logo")).isEqualTo(rows - 1);
    }

    @Test
    void anotherRealmDoesNotHaveIt() throws Exception {
        assertStored(put(clientId, "image/png", Pictures.png()));
        try (OwnRealm other = OwnRealm.served(realm.keycloak())) {
            String elsewhere =
                    logoUrl(clientId).replace("/realms/" + realm.name() + "/", "/realms/" + other.name() + "/");

            assertThat(get(elsewhere).statusCode()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "token", "0000000000000000000000000000000000000000000000000000000000000000"})
    void whatIsNoHashOfALogoIsNotFound(String hash) throws Exception {
        String base = realm.base() + "/realms/" + realm.name() + "/integrations/oauth2/logos/";

        assertThat(get(base + hash).statusCode()).isEqualTo(404);
    }

    // Who may change it

    @ParameterizedTest
    @CsvSource({"PUT", "DELETE"})
    void changingItNeedsTheRoleToManage(String method) throws Exception {
        byte[] kept = Pictures.png();
        assertStored(put(clientId, "image/png", kept));
        String path = "/" + clientId + "/logo";
        byte[] other = Pictures.png();

        for (String user : new String[] {OwnRealm.USER, OwnRealm.VIEWER, OwnRealm.QUERIER}) {
            assertRefused(send(realm.as(user), method, path, other), 403, "forbidden");
        }
        assertRefused(send(realm.with(""), method, path, other), 401, "forbidden");
        assertThat(get(logoUrl(clientId)).body()).isEqualTo(kept);
    }

    @Test
    void anApplicationThatIsNotThereHasNone() {
        assertRefused(put("unknown", "image/png", Pictures.png()), 404, "not_found");
        assertRefused(applications().delete("/unknown/logo"), 404, "not_found");
    }

    @Test
    void everyChangeIsAnAdminEventWithoutThePicture() {
        realm.as(OwnRealm.OWNER).delete("/admin-events");
        assertStored(put(clientId, "image/png", Pictures.png()));
        applications().delete("/" + clientId + "/logo");

        assertThat(realm.adminEvents())
                .extracting(event -> event.get("operationType").asText() + " "
                        + event.get("resourcePath").asText())
                .containsExactlyInAnyOrder(
                        "UPDATE oauth2-applications/" + clientId + "/logo",
                        "DELETE oauth2-applications/" + clientId + "/logo");
        assertThat(realm.adminEvents().toString()).doesNotContain("iVBORw0KGgo");
    }

    private static Answer send(Caller caller, String method, String path, byte[] picture) {
        Caller there = caller.below(Applications.PATH);
        return method.equals("PUT") ? there.send(method, path, "image/png", picture) : there.delete(path);
    }

    private Caller applications() {
        return realm.applications().caller();
    }

    private String create(String type) {
        JsonNode created = realm.applications().create(type);
        return created.get("clientId").asText();
    }

    private Answer put(String application, String type, byte[] bytes) {
        return applications().send("PUT", "/" + application + "/logo", type, bytes);
    }

    private static void assertStored(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
    }

    private String logoUrl(String application) {
        return realm.applications().get(application).get("logoUrl").asText();
    }

    /** Without a token, the bytes as they are. */
    private HttpResponse<byte[]> get(String url) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
