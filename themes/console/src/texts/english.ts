import properties from "../../../src/main/resources/theme/workfront/admin/messages/messages_en.properties?raw";

/** The English texts, by their keys: the last resort where Keycloak does not give one. */
export const english: Readonly<Record<string, string>> = Object.fromEntries(
  properties
    .split("\n")
    .filter((line) => line.startsWith("workfront."))
    .map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]),
);
