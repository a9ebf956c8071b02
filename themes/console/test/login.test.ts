import { afterEach, expect, test, vi } from "vitest";
import { Ahead } from "../src/api/ahead";
import { Unreachable } from "../src/api/refusal";
import { LoginEnded, logIn } from "../src/session/login";
import { environment } from "./console";

type Asked = { address: URL; form: URLSearchParams };

/** The server of this very page: it sends the browser back with a code, and answers exchanges. */
function server(back: (asked: URL) => string, exchange: (form: URLSearchParams) => { status?: number; body: unknown }) {
  const asked: Asked[] = [];
  vi.stubGlobal("fetch", async (target: string, request: RequestInit = {}) => {
    const address = new URL(target);
    const form = new URLSearchParams(String(request.body ?? ""));
    asked.push({ address, form });
    if (address.pathname.endsWith("/auth")) {
      const answer = new Response("the console");
      Object.defineProperty(answer, "url", { value: `${location.origin}/admin/acme/console/?${back(address)}` });
      return answer;
    }
    const { status = 200, body } = exchange(form);
    return new Response(JSON.stringify(body), { status });
  });
  return { asked, here: { ...environment, authServerUrl: location.origin } };
}

const stateOf = (asked: URL) => asked.searchParams.get("state") ?? "";

afterEach(() => vi.useRealTimers());

test("codeIsExchangedWithTheVerifierOfItsChallenge", async () => {
  const { asked, here } = server(
    (address) => `code=1&state=${stateOf(address)}`,
    () => ({ body: { access_token: "a", refresh_token: "r", expires_in: 60 } }),
  );
  const login = await logIn(here);
  expect(await login?.token()).toBe("a");
  const [start, exchange] = asked as [Asked, Asked];
  expect(start.address.searchParams.get("prompt")).toBe("none");
  const verifier = new TextEncoder().encode(exchange.form.get("code_verifier") ?? "");
  const hash = Buffer.from(await crypto.subtle.digest("SHA-256", verifier)).toString("base64url");
  expect(start.address.searchParams.get("code_challenge")).toBe(hash);
  expect(exchange.form.get("code")).toBe("1");
  expect(exchange.form.get("redirect_uri")).toBe(start.address.searchParams.get("redirect_uri"));
});

test("nobodyIsLoggedInWithoutACodeOfThisVeryLogin", async () => {
  const exchange = () => ({ body: { access_token: "a", expires_in: 60 } });
  const refused = server((address) => `error=login_required&state=${stateOf(address)}`, exchange);
  expect(await logIn(refused.here)).toBeUndefined();
  const foreign = server(() => "code=1&state=another", exchange);
  expect(await logIn(foreign.here)).toBeUndefined();
  expect(foreign.asked).toHaveLength(1);
});

test("tokenIsRenewedOnceBeforeItEndsAndEndsWithTheLogin", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  let ended = false;
  const { asked, here } = server(
    (address) => `code=1&state=${stateOf(address)}`,
    (form) =>
      ended
        ? { status: 400, body: { error: "invalid_grant" } }
        : { body: { access_token: form.get("grant_type"), refresh_token: "r", expires_in: 60 } },
  );
  const login = await logIn(here);
  vi.advanceTimersByTime(39_000);
  expect(await login?.token()).toBe("authorization_code");
  vi.advanceTimersByTime(2_000);
  expect(await Promise.all([login?.token(), login?.token()])).toEqual(["refresh_token", "refresh_token"]);
  expect(asked.filter(({ form }) => form.get("grant_type") === "refresh_token")).toHaveLength(1);
  ended = true;
  vi.advanceTimersByTime(60_000);
  await expect(login?.token()).rejects.toBeInstanceOf(LoginEnded);
});

test.each([
  ["avery", true],
  ["blake", false],
])("endedLoginGoesOnWithThatOfAnotherTabIfItIsTheSamePersons %s", async (next, goesOn) => {
  let person = "avery";
  const idToken = () => `e30.${Buffer.from(JSON.stringify({ sub: person, name: "한" })).toString("base64url")}.`;
  const { here } = server(
    (address) => `code=1&state=${stateOf(address)}`,
    (form) =>
      form.get("grant_type") === "refresh_token"
        ? { status: 400, body: { error: "invalid_grant" } }
        : { body: { access_token: `${person}'s`, refresh_token: "r", id_token: idToken(), expires_in: 60 } },
  );
  const login = await logIn(here);
  expect(await login?.token()).toBe("avery's");
  person = next;
  login?.refused("avery's");
  if (goesOn) {
    expect(await login?.token()).toBe("avery's");
  } else {
    await expect(login?.token()).rejects.toBeInstanceOf(LoginEnded);
  }
});

test("failureOfTheServerDoesNotEndTheLogin", async () => {
  let broken = false;
  const { here } = server(
    (address) => `code=1&state=${stateOf(address)}`,
    (form) => {
      if (form.get("grant_type") === "refresh_token") {
        return { status: 400, body: { error: "invalid_grant" } };
      }
      return broken ? { status: 503, body: {} } : { body: { access_token: "a", refresh_token: "r", expires_in: 60 } };
    },
  );
  const login = await logIn(here);
  login?.refused("a");
  broken = true;
  await expect(login?.token()).rejects.toBeInstanceOf(Unreachable);
});

/** The logins are at another host than this page: a frame goes there. */
const elsewhere = () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const frame = () => vi.waitUntil(() => document.querySelector("iframe"));
  const says = (from: HTMLIFrameElement, address: string) =>
    window.dispatchEvent(new MessageEvent("message", { origin: location.origin, source: from.contentWindow, data: address }));
  return { login: logIn(environment), frame, says };
};

test("frameThatNeverComesBackIsGivenUpAndCanBeTriedAgain", async () => {
  const { login, frame } = elsewhere();
  await frame();
  const outcome = expect(login).rejects.toBeInstanceOf(Unreachable);
  vi.advanceTimersByTime(15_000);
  await outcome;
  expect(document.querySelector("iframe")).toBeNull();
});

test("frameThatComesBackIsNotGivenUp", async () => {
  vi.stubGlobal("fetch", async () => new Response('{"access_token":"a","expires_in":60}'));
  const { login, frame, says } = elsewhere();
  const there = await frame();
  const state = new URL(there.src).searchParams.get("state");
  vi.advanceTimersByTime(10_000);
  says(there, `${location.origin}/?code=1&state=${state}`);
  expect(await (await login)?.token()).toBe("a");
  expect(document.querySelector("iframe")).toBeNull();
  expect(vi.getTimerCount()).toBe(0);
});

test("answerThatWasAskedForAheadIsHandedOutOnceAndOnlyWhileItIsNew", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  vi.stubGlobal("fetch", async () => new Response("first"));
  const ahead = new Ahead();
  ahead.ask("/list");
  expect(await (await ahead.take("/list"))?.text()).toBe("first");
  expect(ahead.take("/list")).toBeUndefined();
  ahead.ask("/list");
  vi.advanceTimersByTime(5_001);
  expect(ahead.take("/list")).toBeUndefined();
});
