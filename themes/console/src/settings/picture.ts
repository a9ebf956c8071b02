/** What the server takes as a logo: see its class LogoImage. */
export const PICTURE_TYPES = ["image/png", "image/jpeg", "image/webp"];
const LARGEST = 256 * 1024;

export type PictureProblem = "type" | "large" | "dimensions" | "unreadable";

/** Says what is wrong before anything is sent. */
export async function pictureProblem(file: File): Promise<PictureProblem | undefined> {
  if (!PICTURE_TYPES.includes(file.type)) {
    return "type";
  }
  if (file.size > LARGEST) {
    return "large";
  }
  try {
    const { width, height } = await createImageBitmap(file);
    return width > 1024 || height > 1024 ? "dimensions" : undefined;
  } catch {
    return "unreadable";
  }
}
