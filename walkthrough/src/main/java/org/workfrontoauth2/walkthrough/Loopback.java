package org.workfrontoauth2.walkthrough;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * A server on 127.0.0.1, or at another address that was given, whatever host the request names.
 *
 * <p>Sockets instead of {@code java.net.http}: not every resolver knows {@code *.localhost}, the JDK's client lets
 * nobody set {@code Host} without a flag of the JVM, and it rewrites queries that should arrive as they were typed.
 */
public final class Loopback implements Server {

    private static final int CONNECT_MILLIS = 10_000;
    private static final int READ_MILLIS = 60_000;

    private final String scheme;
    private final int port;
    private final Line line;

    /** Opens a connection. */
    public interface Line {
        /** @param host the one that the request names, for TLS */
        Socket open(String host) throws IOException;
    }

    public Loopback(int port) {
        this(new InetSocketAddress(loopback(), port));
    }

    /** For a server whose port is published somewhere else, such as that of a container. */
    public Loopback(InetSocketAddress address) {
        this("http", address.getPort(), host -> {
            Socket socket = new Socket();
            socket.connect(address, CONNECT_MILLIS);
            return socket;
        });
    }

    /** For a server that is reached in another way. */
    public Loopback(String scheme, int port, Line line) {
        this.scheme = scheme;
        this.port = port;
        this.line = line;
    }

    private static InetAddress loopback() {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Four bytes are always an address", e);
        }
    }

    @Override
    public boolean serves(String url) {
        return url.startsWith(scheme + "://") && Request.get(url).authority().endsWith(":" + port);
    }

    @Override
    public Response send(Request request) {
        try (Socket socket = line.open(request.host())) {
            socket.setSoTimeout(READ_MILLIS);
            write(request, socket.getOutputStream());
            return read(request.method(), new BufferedInputStream(socket.getInputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + Masked.text(request.address()), e);
        }
    }

    private static void write(Request request, OutputStream out) throws IOException {
        byte[] body = request.body();
        StringBuilder head = new StringBuilder();
        head.append(request.method()).append(' ').append(request.target()).append(" HTTP/1.1\r\n");
        if (request.headers().first("Host").isEmpty()) {
            head.append("Host: ").append(request.authority()).append("\r\n");
        }
        for (Map.Entry<String, String> field : request.headers().fields()) {
            head.append(field.getKey()).append(": ").append(field.getValue()).append("\r\n");
        }
        if (body != null) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        head.append("Connection: close\r\n\r\n");
        out.write(head.toString().getBytes(StandardCharsets.UTF_8));
        if (body != null) {
            try {
                out.write(body);
            } catch (SocketException e) {
                // A server that refuses a large body answers before it has read it all: the answer is what counts.
            }
        }
        out.flush();
    }

    private static Response read(String method, InputStream in) throws IOException {
        String statusLine = line(in);
        String[] words = statusLine.split(" ", 3);
        if (words.length < 2 || !words[1].matches("\\d{3}")) {
            throw new IOException("No HTTP answer: " + statusLine);
        }
        int status = Integer.parseInt(words[1]);
        Headers headers = headers(in);
        if (status < 200) {
            return read(method, in);
        }
        byte[] body = method.equals("HEAD") || status == 204 || status == 304 ? new byte[0] : body(headers, in);
        return new Response(status, headers, new String(body, StandardCharsets.UTF_8));
    }

    private static Headers headers(InputStream in) throws IOException {
        Headers headers = Headers.NONE;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            if (colon < 0) {
                throw new IOException("No HTTP header: " + line);
            }
            headers = headers.and(
                    line.substring(0, colon).strip(), line.substring(colon + 1).strip());
        }
        return headers;
    }

    private static byte[] body(Headers headers, InputStream in) throws IOException {
        if (headers.first("Transfer-Encoding")
                .filter(coding -> coding.toLowerCase(Locale.ROOT).contains("chunked"))
                .isPresent()) {
            return chunks(in);
        }
        if (headers.first("Content-Length").isPresent()) {
            return exactly(Integer.parseInt(headers.first("Content-Length").get()), in);
        }
        return in.readAllBytes();
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(in); size > 0; size = chunkSize(in)) {
            body.write(exactly(size, in));
            line(in);
        }
        return body.toByteArray();
    }

    private static int chunkSize(InputStream in) throws IOException {
        return Integer.parseInt(line(in).split(";", 2)[0].strip(), 16);
    }

    private static byte[] exactly(int length, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("The answer ended early.");
        }
        return bytes;
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The connection was closed before an answer.");
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}
