// Writes the keys of the English texts as a type: a text that is not there does not compile.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const messages = readFileSync(
  join(here, "../../src/main/resources/theme/workfront/admin/messages/messages_en.properties"),
  "utf8",
);
const keys = new Set(
  [...messages.matchAll(/^workfront\.([^=]+)=/gm)].map(([, key]) => key.replace(/_(zero|one|two|few|many|other)$/, "")),
);
writeFileSync(
  join(here, "../src/texts/keys.ts"),
  `/** Written by build/keys.mjs from the English texts; plural forms without their endings. */
export type Key =
${[...keys].map((key) => `  | "${key}"`).join("\n")};
`,
);
