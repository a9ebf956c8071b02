import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";
import { digests } from "./digests.mjs";

/** Writes what Keycloak needs to find the bundle, and what the build without node compares. */
export function theme(): Plugin {
  let folder = "";
  return {
    name: "keycloak-theme",
    apply: "build",
    enforce: "post",
    configResolved(config) {
      folder = join(config.root, config.build.outDir);
      if (config.build.outDir.startsWith("/")) {
        folder = config.build.outDir;
      }
    },
    buildStart() {
      rmSync(join(folder, "resources"), { recursive: true, force: true });
    },
    generateBundle(_options, bundle) {
      const files = Object.keys(bundle).map((name) => name.replace(/^resources\//, ""));
      const named = (extension: string) => files.filter((name) => name.endsWith(extension)).join(" ");
      this.emitFile({
        type: "asset",
        fileName: "theme.properties",
        source: `# Written by the build in themes/console.
parent=keycloak.v2
styles=${named(".css")}
scripts=${named(".js")}
contentHashPattern=assets/.*
`,
      });
    },
    writeBundle() {
      digests(folder, readdirSync(join(folder, "resources/assets")));
    },
  };
}
