import { shown } from "../texts/shown";

/** What the administration API answers: see its OpenAPI description. Times are RFC 3339 in UTC. */
export type ApplicationType = "web" | "single-page" | "machine-to-machine";

export const applicationTypes: ApplicationType[] = ["web", "single-page", "machine-to-machine"];

/** The members that administrators write. */
export type Fields = {
  /** Null where somebody has made or changed the client without one, by other means than ours. */
  name: string | null;
  description: string | null;
  redirectUrls?: string[];
  rotateRefreshTokens?: boolean;
  refreshGraceSeconds?: number;
  absoluteExpirationSeconds?: number | null;
  inactiveExpirationSeconds?: number | null;
  standardResponses: boolean;
  appDescriptionUrl: string | null;
  developerName: string | null;
  developerEmail: string | null;
  privacyPolicyUrl: string | null;
};

export type Secret = { id: string; createdAt: string; lastUsedAt: string | null };
export type NewSecret = { id: string; createdAt: string; clientSecret: string };

export type PublicKey = {
  kid: string;
  fingerprint: string | null;
  addedBy: string | null;
  addedAt: string;
  subject: string | null;
  user: string | null;
  pem: string;
};
export type KeyPair = PublicKey & { privateKey: string };

export type Application = Fields & {
  clientId: string;
  type: ApplicationType;
  logoUrl: string | null;
  secrets: Secret[];
  publicKeys: PublicKey[];
  createdAt: string | null;
  createdBy: string | null;
  lastUsedAt: string | null;
  activeGrants: number;
};
export type CreatedApplication = Application & { clientSecret?: string };

export type ApplicationList = {
  limit: number;
  count: number;
  customerId: string | null;
  applications: Application[];
};

export type Grant = {
  id: string;
  user: string | null;
  createdAt: string;
  lastUsedAt: string;
  expiresAt: string | null;
};

/** A part of a list: how many are before it, and how many it has at most. */
export type Part = { first: number; max: number };

export type GrantPage = { grants: Grant[]; part: Part; total: number };

/** The last member is there only when users can write the attribute wid, which is ignored then. */
/** A server of the version before, during an update, has the first ones only. */
export type Settings = {
  enabled: boolean;
  limit: number;
  customerId: string | null;
  sessionIdInQuery?: boolean;
  /** Null: the default; none: no address. */
  verifyAddresses?: string[] | null;
  verifyCacheSeconds?: number;
  verifyHasSecret?: boolean;
  widIgnored?: boolean;
};

/** What gateways send, and in which header. */
export type VerifySecret = { header: string; verifySecret: string };

/** What it is called here, as on the consent page. */
export const titleOf = ({ name, clientId }: { name: string | null; clientId: string }): string => shown(name ?? "") || clientId;

export const hasSecrets = (type: ApplicationType) => type !== "single-page";
export const hasRedirectUrls = (type: ApplicationType) => type !== "machine-to-machine";
/** Only they may be sent back to a scheme of their own. */
export const hasOwnScheme = (type: ApplicationType) => type === "single-page";
export const hasKeys = (type: ApplicationType) => type === "machine-to-machine";
