import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

/** Where the notices are, beside theme.properties. */
export const NOTICES = "THIRD-PARTY-NOTICES.txt";

/** Lists every package that is in the bundle, with its licence: their licences ask for it, and the bundle has no comments. */
export function notices(): Plugin {
  return {
    name: "third-party-notices",
    apply: "build",
    enforce: "post",
    generateBundle(_options, bundle) {
      const folders = new Set<string>();
      for (const file of Object.values(bundle)) {
        for (const id of file.type === "chunk" ? file.moduleIds : []) {
          const folder = /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/?]+)/.exec(id)?.[1];
          if (folder) {
            folders.add(folder);
          }
        }
      }
      const texts = [...folders].map(notice).sort();
      this.emitFile({
        type: "asset",
        fileName: NOTICES,
        source: ["The page in the admin console contains these packages. Written by the build in themes/console.\n", ...texts].join(`\n${"-".repeat(78)}\n\n`),
      });
    },
  };
}

function notice(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  if (typeof license !== "string") {
    throw new Error(`${name} does not say what its licence is`);
  }
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.|$)/i.test(entry));
  const text = file && existsSync(join(folder, file)) ? readFileSync(join(folder, file), "utf8").replace(/\r/g, "").trim() : "(its package has no licence text)";
  return `${name} ${version}, ${license}\n\n${text}\n`;
}
