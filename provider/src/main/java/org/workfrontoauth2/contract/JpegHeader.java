package org.workfrontoauth2.contract;

import java.nio.ByteBuffer;
import java.util.Optional;

/** The segments of a JPEG up to its frame header (ITU-T T.81, annex B). */
final class JpegHeader {

    static final String MEDIA_TYPE = "image/jpeg";

    private static final int START = 0xFFD8;
    private static final int DHT = 0xC4;
    private static final int JPG = 0xC8;
    private static final int DAC = 0xCC;
    private static final int DQT = 0xDB;

    private JpegHeader() {}

    static Optional<ImageHeader> read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (in.remaining() < 2 || unsignedShort(in) != START) {
            return Optional.empty();
        }
        while (true) {
            int marker = marker(in);
            Optional<ByteBuffer> segment = segment(in);
            if (segment.isEmpty()) {
                return Optional.empty();
            }
            if (isFrame(marker)) {
                return frame(segment.get());
            }
            if (!isBeforeFrame(marker)) {
                return Optional.empty();
            }
        }
    }

    /** The code after any number of fill bytes. 0 if there is no marker here. */
    private static int marker(ByteBuffer in) {
        int code = in.hasRemaining() && in.get() == (byte) 0xFF ? 0xFF : 0;
        while (code == 0xFF && in.hasRemaining()) {
            code = Byte.toUnsignedInt(in.get());
        }
        return code;
    }

    private static Optional<ByteBuffer> segment(ByteBuffer in) {
        int length = in.remaining() < 2 ? -1 : unsignedShort(in) - 2;
        if (length < 0 || length > in.remaining()) {
            return Optional.empty();
        }
        ByteBuffer segment = in.slice(in.position(), length);
        in.position(in.position() + length);
        return Optional.of(segment);
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != DHT && marker != JPG && marker != DAC;
    }

    /** Tables, comments and applications' own segments; the picture itself (SOS) would be too early. */
    private static boolean isBeforeFrame(int marker) {
        return marker == DHT || marker == DAC || (marker >= DQT && marker <= 0xFE);
    }

    /** Precision, height, width, and three bytes for each component. */
    private static Optional<ImageHeader> frame(ByteBuffer segment) {
        if (segment.remaining() < 9 || segment.remaining() != 6 + 3 * Byte.toUnsignedInt(segment.get(5))) {
            return Optional.empty();
        }
        segment.get();
        int height = unsignedShort(segment);
        return Optional.of(new ImageHeader(MEDIA_TYPE, unsignedShort(segment), height));
    }

    private static int unsignedShort(ByteBuffer in) {
        return Short.toUnsignedInt(in.getShort());
    }
}
