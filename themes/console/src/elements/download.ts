/** A client ID may have what a file's name must not. */
export const fileNameOf = (text: string) => text.replace(/[^\p{L}\p{N}._-]/gu, "_");

/** Hands a text to the browser as a file. */
export function download(name: string, text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/octet-stream" }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
