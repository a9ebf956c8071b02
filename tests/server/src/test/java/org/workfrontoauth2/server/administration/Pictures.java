package org.workfrontoauth2.server.administration;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;

/** Pictures in the formats that logos may have, and in others. */
final class Pictures {

    private static final Random RANDOM = new Random(7);

    private Pictures() {}

    /** By the JDK: png, jpeg or gif; no two are the same. */
    static byte[] of(String format, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 64; i++) {
            image.setRGB(RANDOM.nextInt(width), RANDOM.nextInt(height), RANDOM.nextInt());
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, bytes)) {
                throw new IllegalArgumentException(format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] png() {
        return of("png", 64, 64);
    }

    /** A lossless one (RFC 9649, 3.4), as far as its header goes: nobody decodes logos. */
    static byte[] webp(int width, int height) {
        byte[] rest = new byte[27];
        RANDOM.nextBytes(rest);
        ByteBuffer webp = ByteBuffer.allocate(20 + 5 + rest.length).order(ByteOrder.LITTLE_ENDIAN);
        webp.put(ascii("RIFF")).putInt(12 + 5 + rest.length).put(ascii("WEBPVP8L"));
        webp.putInt(5 + rest.length).put((byte) 0x2F).putInt(width - 1 | (height - 1) << 14);
        return webp.put(rest).array();
    }

    /** A PNG with something behind its end, up to this many bytes. */
    static byte[] pngOfBytes(int size) {
        return Arrays.copyOf(png(), size);
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
