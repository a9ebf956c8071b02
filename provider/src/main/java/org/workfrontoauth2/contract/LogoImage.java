package org.workfrontoauth2.contract;

import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An application's logo (contract, section 2), identified by its content. It is never decoded, because decoders can be
 * attacked.
 *
 * @param mediaType what it is, whatever it was said to be
 * @param width in pixels
 * @param height in pixels
 * @param sha256 of the bytes, 64 lower case hexadecimal digits
 */
public record LogoImage(String mediaType, int width, int height, String sha256) {

    /** Largest logo that is read, in bytes. */
    public static final int MAX_BYTES = 256 * 1024;

    public static final int MAX_PIXELS = 1024;
    private static final Set<String> TYPES = Set.of(PngHeader.MEDIA_TYPE, JpegHeader.MEDIA_TYPE, WebpHeader.MEDIA_TYPE);

    /** Reads what an administrator uploads; its content must be what the content type says. */
    public static LogoImage read(@Nullable String contentType, byte[] bytes) throws AdministrationRefused {
        String declared = ContentType.of(contentType);
        if (!TYPES.contains(declared)) {
            throw AdministrationRefusal.UNSUPPORTED_MEDIA_TYPE.because(Sentence.LOGO_TYPE);
        }
        if (bytes.length > MAX_BYTES) {
            throw AdministrationRefusal.TOO_LARGE.because(Sentence.LOGO_LARGE);
        }
        ImageHeader header = ImageHeader.read(bytes)
                .orElseThrow(() -> AdministrationRefusal.INVALID_REQUEST.because(Sentence.LOGO_UNREADABLE));
        if (!header.mediaType().equals(declared)) {
            throw AdministrationRefusal.UNSUPPORTED_MEDIA_TYPE.because(Sentence.LOGO_OTHER);
        }
        if (!fits(header.width()) || !fits(header.height())) {
            throw AdministrationRefusal.INVALID_REQUEST.because(Sentence.LOGO_SIZE);
        }
        String sha256 = HexFormat.of().formatHex(Digest.sha256(bytes));
        return new LogoImage(declared, header.width(), header.height(), sha256);
    }

    private static boolean fits(int pixels) {
        return pixels >= 1 && pixels <= MAX_PIXELS;
    }
}
