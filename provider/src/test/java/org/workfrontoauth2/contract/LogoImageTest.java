package org.workfrontoauth2.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogoImageTest {

    private static final int ROUNDS = 50_000;
    private static final byte[] PNG = drawn("png", 3, 2);
    private static final byte[] JPEG = drawn("jpeg", 3, 2);
    private static final byte[] LOSSY = webp("VP8 ", "300100" + "9d012a" + "0300" + "0200" + "0000");
    private static final byte[] LOSSLESS = webp("VP8L", "2f" + "02400000" + "00");
    private static final byte[] EXTENDED = webp("VP8X", "10000000" + "020000" + "010000");

    private static byte[] drawn(String format, int width, int height) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] webp(String chunk, String hex) {
        byte[] content = HexFormat.of().parseHex(hex);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("RIFF".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(new byte[] {(byte) (12 + content.length), 0, 0, 0});
        out.writeBytes(("WEBP" + chunk).getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(new byte[] {(byte) content.length, 0, 0, 0});
        out.writeBytes(content);
        return out.toByteArray();
    }

    private static void assertRefused(Sentence refusal, String type, byte[] bytes) {
        assertThatExceptionOfType(AdministrationRefused.class)
                .isThrownBy(() -> LogoImage.read(type, bytes))
                .satisfies(refused -> assertThat(refused.said().english()).isEqualTo(refusal.english()));
    }

    @ParameterizedTest
    @CsvSource({"image/gif, 3, 415", "image/jpeg, 3, 415", "image/png, 300000, 413", "image/png, 3, 400"})
    void refusalSaysWhetherTypeSizeOrContentIsWrong(String type, int length, int status) {
        byte[] bytes = type.equals("image/jpeg") ? PNG : new byte[length];

        assertThatExceptionOfType(AdministrationRefused.class)
                .isThrownBy(() -> LogoImage.read(type, bytes))
                .satisfies(refused -> assertThat(refused.status()).isEqualTo(status));
    }

    static Stream<Arguments> pictures() {
        return Stream.of(
                Arguments.of("image/png", PNG),
                Arguments.of("image/jpeg", JPEG),
                Arguments.of("image/webp", LOSSY),
                Arguments.of("image/webp", LOSSLESS),
                Arguments.of("image/webp", EXTENDED));
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void pictureIsKnownByItsContent(String type, byte[] bytes) throws AdministrationRefused {
        LogoImage logo = LogoImage.read(type, bytes);

        assertThat(logo.mediaType()).isEqualTo(type);
        assertThat(logo.width()).isEqualTo(3);
        assertThat(logo.height()).isEqualTo(2);
        assertThat(logo.sha256()).hasSize(64).isEqualTo(HexFormat.of().formatHex(Digest.sha256(bytes)));
    }

    /** The pictures of one pixel by which web pages find out whether a browser knows WebP. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA",
                "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA=="
            })
    void webpOfOtherProgramsIsRead(String base64) throws AdministrationRefused {
        LogoImage logo = LogoImage.read("image/webp", Base64.getDecoder().decode(base64));

        assertThat(logo.width()).isEqualTo(1);
        assertThat(logo.height()).isEqualTo(1);
    }

    @Test
    void typeMayBeWrittenAsHttpAllows() throws AdministrationRefused {
        assertThat(LogoImage.read(" IMAGE/PNG ; q=1", PNG).mediaType()).isEqualTo("image/png");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "image/gif", "image/svg+xml", "image/jpg", "text/html", "image/*"})
    void otherTypesAreRefused(String type) {
        assertRefused(Sentence.LOGO_TYPE, type, PNG);
    }

    @Test
    void contentMustBeWhatTheTypeSays() {
        assertRefused(Sentence.LOGO_OTHER, "image/jpeg", PNG);
        assertRefused(Sentence.LOGO_OTHER, "image/png", JPEG);
        assertRefused(Sentence.LOGO_OTHER, "image/png", EXTENDED);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, true", "1024, 1024, true", "1025, 1, false", "1, 1025, false"})
    void picturesHaveOneTo1024PixelsEachWay(int width, int height, boolean fits) throws AdministrationRefused {
        for (String format : List.of("png", "jpeg")) {
            byte[] bytes = drawn(format, width, height);
            if (fits) {
                LogoImage logo = LogoImage.read("image/" + format, bytes);
                assertThat(List.of(logo.width(), logo.height())).containsExactly(width, height);
            } else {
                assertRefused(Sentence.LOGO_SIZE, "image/" + format, bytes);
            }
        }
    }

    static Stream<byte[]> withoutOrWithTooManyPixels() {
        return Stream.of(
                webp("VP8 ", "300100" + "9d012a" + "0000" + "0100" + "0000"),
                webp("VP8 ", "300100" + "9d012a" + "0100" + "0104" + "0000"),
                webp("VP8L", "2f" + "00040000" + "00"),
                webp("VP8L", "2f" + "ffffff0f" + "00"),
                webp("VP8X", "10000000" + "000400" + "000000"),
                webp("VP8X", "10000000" + "000000" + "000001"),
                webp("VP8X", "10000000" + "ffffff" + "ffffff"));
    }

    @ParameterizedTest
    @MethodSource("withoutOrWithTooManyPixels")
    void webpHasOneTo1024PixelsEachWay(byte[] bytes) {
        assertRefused(Sentence.LOGO_SIZE, "image/webp", bytes);
    }

    @Test
    void webpOf1024PixelsIsRead() throws AdministrationRefused {
        // 0x3FF in the low 14 bits and in the next 14.
        assertThat(LogoImage.read("image/webp", webp("VP8L", "2f" + "ffc30f00" + "00"))
                        .height())
                .as("63 + 1")
                .isEqualTo(64);
        assertThat(LogoImage.read("image/webp", webp("VP8L", "2f" + "ffc3ff00" + "00"))
                        .height())
                .isEqualTo(1024);
        assertThat(LogoImage.read("image/webp", webp("VP8X", "10000000" + "ff0300" + "ff0300"))
                        .width())
                .isEqualTo(1024);
        assertThat(LogoImage.read("image/webp", webp("VP8 ", "300100" + "9d012a" + "0044" + "00c4" + "0000"))
                        .width())
                .as("upper two bits are for scaling")
                .isEqualTo(1024);
    }

    @Test
    void largestLogoHas256Kibibytes() throws AdministrationRefused {
        byte[] largest = Arrays.copyOf(PNG, LogoImage.MAX_BYTES);

        assertThat(LogoImage.read("image/png", largest).width()).isEqualTo(3);
        assertRefused(Sentence.LOGO_LARGE, "image/png", Arrays.copyOf(PNG, LogoImage.MAX_BYTES + 1));
    }

    static Stream<byte[]> garbage() {
        return Stream.of(
                new byte[0],
                new byte[1000],
                "GIF89a, which is none of the three".getBytes(StandardCharsets.US_ASCII),
                "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.US_ASCII),
                "<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII),
                changed(PNG, 12, 'i'),
                changed(PNG, 19, 9),
                hex("ffd8"),
                hex("ffd8ffd9"),
                hex("ffd8ffda0008010100003f00"),
                hex("ffd8ffe00001"),
                hex("ffd8ffe0ffff00"),
                hex("ffd8ffffffffffff"),
                hex("ffd8ffc0000b08000200030201110000"),
                hex("ffd8ffc00008080002000300"),
                hex("ffd8ffc4000b080002000301011100"),
                hex("ffd800c0000b080002000301011100"),
                webp("VP8 ", "310100" + "9d012a" + "0300" + "0200" + "0000"),
                webp("VP8 ", "300100" + "9d012b" + "0300" + "0200" + "0000"),
                webp("VP8 ", "300100" + "9d012a" + "0300"),
                webp("VP8L", "2f" + "02400020" + "00"),
                webp("VP8L", "2e" + "02400000" + "00"),
                webp("VP8L", "2f" + "0240"),
                webp("VP8X", "10000000" + "020000" + "0100"),
                webp("ALPH", "10000000" + "020000" + "010000"),
                changed(EXTENDED, 4, 99),
                changed(EXTENDED, 7, 255),
                changed(EXTENDED, 16, 11),
                changed(EXTENDED, 19, 255));
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static byte[] changed(byte[] source, int at, int value) {
        byte[] bytes = source.clone();
        bytes[at] = (byte) value;
        return bytes;
    }

    @ParameterizedTest
    @MethodSource("garbage")
    void garbageIsRefused(byte[] bytes) {
        assertRefused(Sentence.LOGO_UNREADABLE, "image/webp", bytes);
    }

    @Test
    void jpegMayHaveFillBytesAndEmptyComments() throws AdministrationRefused {
        byte[] jpeg = hex("ffd8" + "fffffffe0002" + "ffc2000b080002000301011100");

        assertThat(LogoImage.read("image/jpeg", jpeg).width()).isEqualTo(3);
    }

    static Stream<Arguments> truncated() {
        return Stream.of(
                Arguments.of(PNG, 33),
                Arguments.of(JPEG, frameEnd(JPEG)),
                Arguments.of(LOSSY, LOSSY.length),
                Arguments.of(LOSSLESS, LOSSLESS.length),
                Arguments.of(EXTENDED, EXTENDED.length));
    }

    private static int frameEnd(byte[] jpeg) {
        for (int i = 0; ; i++) {
            if (jpeg[i] == (byte) 0xFF && jpeg[i + 1] == (byte) 0xC0) {
                return i + 2 + jpeg[i + 3];
            }
        }
    }

    @ParameterizedTest
    @MethodSource("truncated")
    void everythingUpToTheEndOfTheHeaderIsNeeded(byte[] bytes, int header) {
        for (int length = 0; length < header; length++) {
            assertRefused(Sentence.LOGO_UNREADABLE, "image/png", Arrays.copyOf(bytes, length));
        }
    }

    @Test
    void nothingButRefusalsComesOutOfRandomChanges() {
        Random random = new Random(20260101);
        List<byte[]> sources = List.of(PNG, JPEG, LOSSY, LOSSLESS, EXTENDED);
        int read = 0;
        for (int i = 0; i < ROUNDS; i++) {
            byte[] bytes = sources.get(random.nextInt(sources.size())).clone();
            for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
                bytes[random.nextInt(Math.min(bytes.length, 200))] = (byte) random.nextInt(256);
            }
            read += isRead(Arrays.copyOf(bytes, random.nextInt(bytes.length + 20))) ? 1 : 0;
        }

        assertThat(read).as("some are still good").isBetween(1, ROUNDS - 1);
    }

    private static boolean isRead(byte[] bytes) {
        try {
            LogoImage logo = LogoImage.read("image/jpeg", bytes);
            assertThat(logo.width()).isBetween(1, 1024);
            assertThat(logo.height()).isBetween(1, 1024);
            return true;
        } catch (AdministrationRefused refused) {
            assertThat(refused.said().sentence().name().split("_", 2)[0]).isIn("LOGO");
            assertThat(refused.said().english())
                    .isEqualTo(refused.said().sentence().english());
            return false;
        }
    }
}
