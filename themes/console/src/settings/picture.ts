import limits from "../limits.json";

/** What the server takes as a logo: see its class LogoImage. */
export const PICTURE_TYPES = ["image/png", "image/jpeg", "image/webp"];

export type PictureProblem = "type" | "large" | "dimensions" | "unreadable";

/** Says what is wrong before anything is sent. */
export async function pictureProblem(file: File): Promise<PictureProblem | undefined> {
  if (!PICTURE_TYPES.includes(file.type)) {
    return "type";
  }
  if (file.size > limits.logoBytes) {
    return "large";
  }
  try {
    const { width, height } = await createImageBitmap(file);
    return width > limits.logoPixels || height > limits.logoPixels ? "dimensions" : undefined;
  } catch {
    return "unreadable";
  }
}
