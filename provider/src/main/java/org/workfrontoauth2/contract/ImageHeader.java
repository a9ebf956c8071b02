package org.workfrontoauth2.contract;

import java.util.Optional;

/**
 * What the first bytes of an image say.
 *
 * @param mediaType by its signature
 * @param width as its header has it; may be any number
 * @param height as its header has it; may be any number
 */
record ImageHeader(String mediaType, int width, int height) {

    /** Empty if it has none of the three formats, or its header is incomplete. */
    static Optional<ImageHeader> read(byte[] bytes) {
        return PngHeader.read(bytes).or(() -> JpegHeader.read(bytes)).or(() -> WebpHeader.read(bytes));
    }
}
