package org.workfrontoauth2.gateways;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedDeque;

/** An API that knows nothing of OAuth, and remembers who called. */
final class SampleApi implements AutoCloseable {

    private final HttpServer server;
    private final ConcurrentLinkedDeque<Call> calls = new ConcurrentLinkedDeque<>();

    /** What arrived. */
    record Call(String method, String body, Headers headers) {

        /** The headers that say who is calling, names in lower case. */
        Map<String, String> caller() {
            Map<String, String> caller = new TreeMap<>();
            headers.forEach((name, values) -> {
                String lower = name.toLowerCase(Locale.ROOT);
                if (lower.startsWith("x-workfront-")) {
                    caller.put(lower, String.join(",", values));
                }
            });
            return caller;
        }
    }

    private SampleApi(HttpServer server) {
        this.server = server;
    }

    static SampleApi start(int port) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
            SampleApi api = new SampleApi(server);
            server.createContext("/", api::answer);
            server.start();
            return api;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            calls.add(new Call(exchange.getRequestMethod(), body, exchange.getRequestHeaders()));
            byte[] answer = "{\"data\":[]}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    void forget() {
        calls.clear();
    }

    int count() {
        return calls.size();
    }

    Call last() {
        return calls.getLast();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
