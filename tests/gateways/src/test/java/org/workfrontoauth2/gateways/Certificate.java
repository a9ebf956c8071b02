package org.workfrontoauth2.gateways;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** A gateway's certificate, made by the script that makes it in the container. */
final class Certificate {

    private final SSLContext trusting;

    private Certificate(SSLContext trusting) {
        this.trusting = trusting;
    }

    /** In the folder {@code certificate} of this one. */
    static Certificate make(Path folder) throws IOException {
        Path place = Files.createDirectories(folder.resolve("certificate"));
        String script = Files.readString(Path.of("..", "..", "docker", "gateway", "start"));
        Process making = new ProcessBuilder(
                        "sh", "-c", script.replace("/certificate/", place + "/"), "start", Program.find("true"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("certificate.log").toFile())
                .start();
        try {
            if (!making.waitFor(20, TimeUnit.SECONDS) || making.exitValue() != 0) {
                throw new IOException("no certificate:\n" + Files.readString(folder.resolve("certificate.log")));
            }
            return new Certificate(trusting(place.resolve("certificate.pem")));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static SSLContext trusting(Path certificate) throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (InputStream file = Files.newInputStream(certificate)) {
            trusted.setCertificateEntry(
                    "gateway", CertificateFactory.getInstance("X.509").generateCertificate(file));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /** Speaks TLS on a connection, if this certificate is shown there and names the host. */
    Socket overTls(Socket plain, String host, int port) throws IOException {
        SSLSocket socket = (SSLSocket) trusting.getSocketFactory().createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setServerNames(List.of(new SNIHostName(host)));
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }
}
