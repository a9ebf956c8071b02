package org.workfrontoauth2.server.browser;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.workfrontoauth2.walkthrough.Callback;

/** The application's side of a redirect: a page on a loopback port that keeps what browsers bring. */
public final class Listener implements AutoCloseable {

    private static final String PATH = "/callback";

    private final BlockingQueue<String> arrived = new LinkedBlockingQueue<>();
    private final HttpServer server;

    public Listener() {
        try {
            server =
                    HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(PATH, exchange -> {
            byte[] page = "<!DOCTYPE html><title>Back</title>Back at the application".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
            arrived.add(exchange.getRequestURI().toString());
        });
        server.start();
    }

    public String redirectUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + PATH;
    }

    /** Waits for the next browser that comes back. */
    public Callback callback() {
        try {
            String target = arrived.poll(Chromium.PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (target == null) {
                throw new AssertionError("no browser came back to " + redirectUrl());
            }
            return new Callback(redirectUrl() + target.substring(PATH.length()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
