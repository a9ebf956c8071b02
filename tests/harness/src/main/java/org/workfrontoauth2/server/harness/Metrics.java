package org.workfrontoauth2.server.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/** What a server says of itself at its metrics endpoint. */
public final class Metrics {

    private final URI address;

    Metrics(URI address) {
        this.address = address;
    }

    /** The lines of every metric of ours. */
    public List<String> ours() {
        return lines().stream().filter(line -> line.startsWith("workfront_")).toList();
    }

    /** The value with exactly these labels; 0 where there is none yet. */
    public double value(String name, Map<String, String> labels) {
        return lines().stream()
                .filter(line -> line.startsWith(name + "{") && count(line, '=') == labels.size())
                .filter(line -> labels.entrySet().stream()
                        .allMatch(label -> line.contains(label.getKey() + "=\"" + label.getValue() + "\"")))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElse(0);
    }

    private static long count(String line, char wanted) {
        return line.chars().filter(character -> character == wanted).count();
    }

    private List<String> lines() {
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofLines())
                    .body()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
