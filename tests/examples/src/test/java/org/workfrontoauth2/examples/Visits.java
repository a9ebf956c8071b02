package org.workfrontoauth2.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A browser at the application's own pages: it keeps cookies and does not follow redirects. */
final class Visits {

    private static final int CALLBACK_PORT = 9999;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .connectTimeout(Duration.ofSeconds(20))
            .build();

    /** The redirect URLs of the demo lead to one port; a test that needs it says so if somebody else has it. */
    static void needCallbackPort() {
        try {
            new ServerSocket(CALLBACK_PORT, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1})).close();
        } catch (IOException e) {
            throw new AssertionError("Port " + CALLBACK_PORT + " has to be free for this test, because the redirect"
                    + " URLs of the demo lead there: " + e.getMessage());
        }
    }

    HttpResponse<String> open(String address, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(60));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Opens a page that sends the browser somewhere else. Returns that address. */
    String redirect(String address) {
        HttpResponse<String> response = open(address);
        assertThat(response.statusCode()).as(response.body()).isBetween(302, 303);
        return URI.create(address)
                .resolve(response.headers().firstValue("Location").orElseThrow())
                .toString();
    }
}
