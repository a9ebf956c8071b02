package org.workfrontoauth2.server.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the mail that a realm sends (RFC 5321, as little of it as a client needs). */
public final class Mailbox implements AutoCloseable {

    private static final Pattern LINK = Pattern.compile("http://[^\\s\"<>]*/login-actions/action-token[^\\s\"<>]*");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Realm realm;
    private final ServerSocket socket;
    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();

    /** The realm sends its mail here until this is closed. */
    public Mailbox(Realm realm) {
        this.realm = realm;
        try {
            this.socket = new ServerSocket(0, 10, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread listener = new Thread(this::listen, "mailbox");
        listener.setDaemon(true);
        listener.start();
        realm.change(settings -> settings.putPOJO(
                "smtpServer",
                Map.of(
                        "host",
                        "127.0.0.1",
                        "port",
                        String.valueOf(socket.getLocalPort()),
                        "from",
                        "keycloak@acme.example")));
    }

    /** The link in the next message. */
    public String link() {
        try {
            String message = received.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            Matcher link = LINK.matcher(message == null ? "" : message);
            if (!link.find()) {
                throw new IllegalStateException("no mail with a link, but " + message);
            }
            return link.group().replace("&amp;", "&");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void listen() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                receive(client);
            } catch (IOException e) {
                // The mailbox is closed, or the client has left.
            }
        }
    }

    private void receive(Socket client) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        say(client, "220 mailbox");
        String line;
        while ((line = lines.readLine()) != null) {
            if (line.equalsIgnoreCase("DATA")) {
                say(client, "354 go on");
                received.add(message(lines));
            } else if (line.equalsIgnoreCase("QUIT")) {
                say(client, "221 bye");
                return;
            }
            say(client, "250 ok");
        }
    }

    /** Lines that end in = go on in the next one (RFC 2045, 6.7). */
    private static String message(BufferedReader lines) throws IOException {
        StringBuilder text = new StringBuilder();
        String line;
        while ((line = lines.readLine()) != null && !line.equals(".")) {
            if (line.endsWith("=")) {
                text.append(line, 0, line.length() - 1);
            } else {
                text.append(line).append('\n');
            }
        }
        return text.toString().replace("=3D", "=");
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        client.getOutputStream().flush();
    }

    @Override
    public void close() {
        realm.change(settings -> settings.putPOJO("smtpServer", Map.of()));
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
