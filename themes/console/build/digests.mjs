import { createHash } from "node:crypto";
import { readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const sources = join(dirname(fileURLToPath(import.meta.url)), "..");

/** Whatever decides what the bundle looks like. */
const inputs = [
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "vite.config.ts",
  "build",
  "src",
  "../src/main/resources/theme/workfront/admin/messages/messages_en.properties",
];

function filesBelow(path) {
  return statSync(join(sources, path)).isDirectory()
    ? readdirSync(join(sources, path)).flatMap((name) => filesBelow(`${path}/${name}`))
    : [path];
}

const line = (file, name) => `${createHash("sha256").update(readFileSync(file)).digest("hex")}  ${name}\n`;

/** Writes bundle.sha256: every input and every file of the bundle, in the form of sha256sum. */
export function digests(folder, assets) {
  const lines = [
    ...inputs.flatMap(filesBelow).sort().map((name) => line(join(sources, name), `console/${name}`)),
    ...["theme.properties", "THIRD-PARTY-NOTICES.txt"].map((name) => line(join(folder, name), name)),
    ...assets.sort().map((name) => line(join(folder, "resources/assets", name), `resources/assets/${name}`)),
  ];
  writeFileSync(join(folder, "bundle.sha256"), lines.join(""));
}
