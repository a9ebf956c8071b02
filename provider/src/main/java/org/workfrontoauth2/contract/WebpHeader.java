package org.workfrontoauth2.contract;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** The RIFF header and the first chunk of a WebP (RFC 9649, 2): lossy, lossless or extended. */
final class WebpHeader {

    static final String MEDIA_TYPE = "image/webp";

    private static final int RIFF = fourCharacters('R', 'I', 'F', 'F');
    private static final int WEBP = fourCharacters('W', 'E', 'B', 'P');
    private static final int LOSSY = fourCharacters('V', 'P', '8', ' ');
    private static final int LOSSLESS = fourCharacters('V', 'P', '8', 'L');
    private static final int EXTENDED = fourCharacters('V', 'P', '8', 'X');

    private static final int CHUNKS_AT = 12;
    private static final int CHUNK_HEADER = 8;

    private WebpHeader() {}

    private static int fourCharacters(char a, char b, char c, char d) {
        return a | b << 8 | c << 16 | d << 24;
    }

    static Optional<ImageHeader> read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (in.remaining() < CHUNKS_AT + CHUNK_HEADER || in.getInt() != RIFF) {
            return Optional.empty();
        }
        long fileSize = Integer.toUnsignedLong(in.getInt()) + 8;
        if (fileSize > bytes.length || in.getInt() != WEBP) {
            return Optional.empty();
        }
        int type = in.getInt();
        long size = Integer.toUnsignedLong(in.getInt());
        if (size > fileSize - CHUNKS_AT - CHUNK_HEADER) {
            return Optional.empty();
        }
        ByteBuffer chunk = in.slice(in.position(), (int) size).order(ByteOrder.LITTLE_ENDIAN);
        if (type == LOSSY) {
            return lossy(chunk);
        }
        if (type == LOSSLESS) {
            return lossless(chunk);
        }
        return type == EXTENDED ? extended(chunk) : Optional.empty();
    }

    /** A key frame's tag, its start code, and two sizes whose upper two bits are for scaling (RFC 6386, 9.1). */
    private static Optional<ImageHeader> lossy(ByteBuffer chunk) {
        if (chunk.remaining() < 10
                || (chunk.get(0) & 1) != 0
                || chunk.get(3) != (byte) 0x9D
                || chunk.get(4) != 0x01
                || chunk.get(5) != 0x2A) {
            return Optional.empty();
        }
        return header(chunk.getShort(6) & 0x3FFF, chunk.getShort(8) & 0x3FFF);
    }

    /** A signature, two sizes of 14 bits less one, an alpha bit and a version of three bits (RFC 9649, 3.4). */
    private static Optional<ImageHeader> lossless(ByteBuffer chunk) {
        if (chunk.remaining() < 5 || chunk.get(0) != 0x2F || chunk.getInt(1) >>> 29 != 0) {
            return Optional.empty();
        }
        int sizes = chunk.getInt(1);
        return header((sizes & 0x3FFF) + 1, (sizes >>> 14 & 0x3FFF) + 1);
    }

    /** Flags, and the canvas as two sizes of 24 bits less one (RFC 9649, 2.7). */
    private static Optional<ImageHeader> extended(ByteBuffer chunk) {
        if (chunk.remaining() < 10) {
            return Optional.empty();
        }
        return header((chunk.getInt(4) & 0xFFFFFF) + 1, (chunk.getInt(6) >>> 8) + 1);
    }

    private static Optional<ImageHeader> header(int width, int height) {
        return Optional.of(new ImageHeader(MEDIA_TYPE, width, height));
    }
}
