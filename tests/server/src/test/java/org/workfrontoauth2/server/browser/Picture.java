package org.workfrontoauth2.server.browser;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;

/** A picture of our own, to be a logo: four squares. */
public final class Picture {

    private Picture() {}

    public static byte[] png() {
        BufferedImage image = new BufferedImage(128, 128, BufferedImage.TYPE_INT_RGB);
        List<Color> colours =
                List.of(new Color(0x0b7a75), new Color(0x19535f), new Color(0xf0f3f5), new Color(0x7b2d26));
        for (int x = 0; x < 128; x++) {
            for (int y = 0; y < 128; y++) {
                image.setRGB(x, y, colours.get(x / 64 * 2 + y / 64).getRGB());
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }
}
