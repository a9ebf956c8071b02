import type { Device } from "../api/registered";

const joined = (...parts: (string | undefined)[]): string => parts.filter((part) => part).join(" ");

/** What it is called: maker and model; empty where it said nothing. */
export const deviceName = ({ manufacturer, vendor, model }: Device): string => joined(manufacturer ?? vendor, model);

/** What it runs. */
export const deviceSystem = ({ osName, osVersion, browserName, browserVersion }: Device): string =>
  [joined(osName, osVersion), joined(browserName, browserVersion)].filter((part) => part !== "").join(" · ");

/** What kind of thing it is; empty where it said nothing, or that it does not know. */
export const deviceKind = ({ primaryHardwareType = "" }: Device): string =>
  primaryHardwareType.toLowerCase() === "unknown" ? "" : primaryHardwareType;
