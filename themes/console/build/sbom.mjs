// What the bundle is made of, as a CycloneDX file beside it. Run by "npm run build".
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = join(dirname(fileURLToPath(import.meta.url)), "..");

/** The same for the same lock file: without a serial number, the time, and which npm wrote it. */
function sbom() {
  const written = execFileSync("npm", ["sbom", "--omit=dev", "--package-lock-only", "--sbom-format=cyclonedx", "--sbom-type=library"], { cwd: here });
  const { serialNumber: _serial, metadata, ...rest } = JSON.parse(written);
  const { timestamp: _time, tools: _tools, ...same } = metadata;
  same.component.name = "workfront-console";
  return `${JSON.stringify({ ...rest, metadata: same }, undefined, 2)}\n`;
}

const folder = process.argv[2] ?? join(here, "../src/main/resources/theme/workfront/admin");
writeFileSync(join(folder, "console-sbom.json"), sbom());
