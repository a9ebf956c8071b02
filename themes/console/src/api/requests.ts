import type { Environment } from "../console/environment";
import type { Login } from "../session/login";
import type { Ahead } from "./ahead";
import type { Part } from "./application";
import { authorized, tokenOf } from "./authorized";
import { Refusal, Unreachable } from "./refusal";

/** A document as it was when it was read; the tag goes into the condition of a change. */
export type Tagged<T> = {
  document: T;
  /** Undefined where somebody on the way has taken it off. */
  tag: string | undefined;
};

/** Requests to the administration API of one realm, as the administrator. */
export class Requests {
  constructor(
    private readonly environment: Environment,
    private readonly login: Login,
    readonly realm: string,
    private readonly ahead?: Ahead,
    /** What refusals are said in; without it, what the browser is set to. */
    private readonly language?: string,
  ) {}

  /** Asks at once for what will be asked for soon. */
  async askAhead(path: string): Promise<void> {
    this.ahead?.ask(this.address(path), { method: "GET", headers: { Authorization: `Bearer ${await tokenOf(this.login)}` } });
  }

  /** The same of an address that everybody may ask for. */
  reachAhead(address: string): void {
    this.ahead?.ask(address);
  }

  async json(method: string, path: string, members?: object): Promise<unknown> {
    const answer =
      members === undefined
        ? await this.send(method, path)
        : await this.send(method, path, JSON.stringify(members), { "Content-Type": "application/json" });
    return answer.json();
  }

  async tagged<T>(path: string): Promise<Tagged<T>> {
    return taggedOf(await this.send("GET", path));
  }

  /** Changes the members that are sent (RFC 7396), unless somebody else was faster: 412. */
  async patch<T>(path: string, tag: string | undefined, changes: object): Promise<Tagged<T>> {
    const headers = { "Content-Type": "application/merge-patch+json", ...onlyOn(tag) };
    return taggedOf(await this.send("PATCH", path, JSON.stringify(changes), headers));
  }

  /** Changes the members that are sent, unless somebody else was faster: 412. */
  async put<T>(path: string, tag: string | undefined, changes: object): Promise<Tagged<T>> {
    const headers = { "Content-Type": "application/json", ...onlyOn(tag) };
    return taggedOf(await this.send("PUT", path, JSON.stringify(changes), headers));
  }

  /** A part of a list, with the number of all; undefined from a node that does not know parts. */
  async part<T>(path: string, { first, max }: Part, query: Record<string, string> = {}): Promise<{ rows: T[]; total: number | undefined }> {
    const asked = new URLSearchParams({ ...query, first: String(first), max: String(max) });
    const answer = await this.send("GET", `${path}?${asked}`);
    const total = answer.headers.get("X-Total-Count");
    return { rows: (await answer.json()) as T[], total: total === null ? undefined : Number(total) };
  }

  async send(method: string, path: string, body?: BodyInit, headers: Record<string, string> = {}): Promise<Response> {
    const answer = await authorized(this.login, (authorization) =>
      this.reach(this.address(path), {
        method,
        headers: {
          ...headers,
          ...(this.language === undefined ? {} : { "Accept-Language": this.language }),
          ...authorization,
        },
        ...(body === undefined ? {} : { body }),
      }),
    );
    if (!answer.ok) {
      throw await refusalOf(answer);
    }
    return answer;
  }

  async reach(address: string, request: RequestInit = {}): Promise<Response> {
    const early = (request.method ?? "GET") === "GET" ? this.ahead?.take(address) : undefined;
    try {
      return await (early ?? fetch(address, request));
    } catch {
      throw new Unreachable();
    }
  }

  private address(path: string): string {
    return `${this.environment.adminBaseUrl}/admin/realms/${encodeURIComponent(this.realm)}/${path}`;
  }
}

/** A path of these parts, whatever is in them. */
export function pathOf(...parts: string[]): string {
  // A browser would take them for steps in the path, however they are written.
  if (parts.includes(".") || parts.includes("..")) {
    throw new Refusal(404, "not_found", "");
  }
  return parts.map(encodeURIComponent).join("/");
}

export const onlyOn = (tag: string | undefined): Record<string, string> => (tag === undefined ? {} : { "If-Match": tag });

async function taggedOf<T>(answer: Response): Promise<Tagged<T>> {
  return { document: (await answer.json()) as T, tag: tagOf(answer.headers.get("ETag")) };
}

/** The server's tag, also where a proxy that compresses has made it a weak one or added to it. */
const tagOf = (header: string | null): string | undefined => {
  const value = header?.match(/"([0-9A-Za-z]+)/)?.[1];
  return value && `"${value}"`;
};

async function refusalOf(answer: Response): Promise<Refusal> {
  try {
    const said = (await answer.json()) as { error?: string; errorMessage?: string };
    return new Refusal(answer.status, said.error ?? "", said.errorMessage ?? "");
  } catch {
    return new Refusal(answer.status, "", "");
  }
}
