package org.workfrontoauth2.testing.distribution;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;

/**
 * Ports of the loopback interface that nobody listens on, and that nobody is given before the server listens: they lie
 * below those that Linux, macOS and Windows choose by themselves, in a block of this process's own, and none is handed
 * out twice.
 */
public final class FreePorts {

    private static final int FIRST = 20_000;
    private static final int END = 32_000;
    private static final int BLOCK = 400;

    /** Its port is the first of the block, and stays taken while this process lives: that keeps others off the rest. */
    private static final ServerSocket CLAIM = claim();

    private static int last = CLAIM.getLocalPort();

    private FreePorts() {}

    public static List<Integer> three() {
        return List.of(one(), one(), one());
    }

    public static synchronized int one() {
        int end = CLAIM.getLocalPort() + BLOCK;
        while (++last < end) {
            try {
                listen(last).close();
                return last;
            } catch (IOException e) {
                // Somebody who knows nothing of blocks has it.
            }
        }
        throw new IllegalStateException("no port is left below " + end);
    }

    private static ServerSocket claim() {
        for (int port = FIRST; port < END; port += BLOCK) {
            try {
                return listen(port);
            } catch (IOException e) {
                // Another process's block.
            }
        }
        throw new IllegalStateException("no block of ports is free from " + FIRST + " to " + END);
    }

    private static ServerSocket listen(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    }
}
