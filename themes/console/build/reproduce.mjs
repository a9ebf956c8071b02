// Builds once more into a folder of its own and compares every byte with what is committed.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = join(dirname(fileURLToPath(import.meta.url)), "..");
const committed = join(here, "../src/main/resources/theme/workfront/admin");
const again = mkdtempSync(join(tmpdir(), "workfront-console-"));
try {
  execFileSync(process.execPath, [join(here, "node_modules/vite/bin/vite.js"), "build", "--logLevel", "warn"], {
    cwd: here,
    env: { ...process.env, WORKFRONT_CONSOLE_BUNDLE: again },
    stdio: "inherit",
  });
  execFileSync(process.execPath, [join(here, "build/sbom.mjs"), again], { stdio: "inherit" });
  const files = ["theme.properties", "THIRD-PARTY-NOTICES.txt", "console-sbom.json", "bundle.sha256", ...assets(again)];
  const differing = files
    .filter((file) => !readFileSync(join(again, file)).equals(readIfThere(join(committed, file))))
    .concat(assets(committed).filter((file) => !files.includes(file)));
  if (differing.length > 0) {
    console.error(`The bundle is not what its sources build: ${differing.join(", ")}`);
    process.exitCode = 1;
  } else {
    console.log(`${files.length} files, byte for byte the same`);
  }
} finally {
  rmSync(again, { recursive: true, force: true });
}

function assets(folder) {
  return readdirSync(join(folder, "resources/assets")).map((name) => `resources/assets/${name}`);
}

function readIfThere(file) {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}
