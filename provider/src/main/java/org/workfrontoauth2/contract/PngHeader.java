package org.workfrontoauth2.contract;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32;

/** The signature and the IHDR chunk of a PNG (ISO/IEC 15948, 5.2 and 11.2.2). */
final class PngHeader {

    static final String MEDIA_TYPE = "image/png";

    private static final long SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int IHDR = 0x49484452;
    private static final int IHDR_BYTES = 13;
    private static final int IHDR_AT = 12;
    private static final int BYTES = IHDR_AT + 4 + IHDR_BYTES + 4;

    private PngHeader() {}

    static Optional<ImageHeader> read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (in.remaining() < BYTES || in.getLong() != SIGNATURE || in.getInt() != IHDR_BYTES || in.getInt() != IHDR) {
            return Optional.empty();
        }
        ImageHeader header = new ImageHeader(MEDIA_TYPE, in.getInt(), in.getInt());
        CRC32 crc = new CRC32();
        crc.update(bytes, IHDR_AT, 4 + IHDR_BYTES);
        return in.getInt(BYTES - 4) == (int) crc.getValue() ? Optional.of(header) : Optional.empty();
    }
}
