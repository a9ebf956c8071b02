import { expect, test, vi } from "vitest";
import { Administration } from "../src/api/administration";
import { Ahead } from "../src/api/ahead";
import { LoginEnded, logIn } from "../src/session/login";
import { environment } from "./console";

type Request = { address: string; token: string | null; body: BodyInit | null | undefined };

/** A server that lets in who has a token that is still good: each renewal gives the next one, as long as the login lasts. */
async function serverThatLetsIn(good: (token: string) => boolean, login = { ended: false }) {
  let number = 0;
  const requests: Request[] = [];
  const renewals: string[] = [];
  vi.stubGlobal("fetch", async (target: string, request: RequestInit = {}) => {
    const address = new URL(target);
    if (address.pathname.endsWith("/auth")) {
      const answer = new Response("the console");
      const back = login.ended ? "error=login_required" : "code=1";
      Object.defineProperty(answer, "url", { value: `${location.origin}/?${back}&state=${address.searchParams.get("state")}` });
      return answer;
    }
    if (address.pathname.endsWith("/token")) {
      const grant = new URLSearchParams(String(request.body)).get("grant_type") ?? "";
      if (grant === "refresh_token") {
        renewals.push(grant);
      }
      return login.ended
        ? new Response('{"error":"invalid_grant"}', { status: 400 })
        : new Response(JSON.stringify({ access_token: `t${++number}`, refresh_token: "r", expires_in: 60 }));
    }
    const token = new Headers(request.headers).get("Authorization")?.replace("Bearer ", "") ?? null;
    requests.push({ address: address.pathname, token, body: request.body });
    return good(token ?? "")
      ? new Response('{"applications":[]}', { headers: { ETag: '"1"' } })
      : new Response('{"error":"HTTP 401 Unauthorized"}', { status: 401 });
  });
  const handed = await logIn({ ...environment, authServerUrl: location.origin });
  return { requests, renewals, login: handed! };
}

const tokens = (requests: Request[]) => requests.map(({ token }) => token);

test("refusedTokenIsRenewedAndTheSameRequestIsSentAgain", async () => {
  const { requests, renewals, login } = await serverThatLetsIn((token) => token !== "t1");
  const picture = new Blob(["a picture"], { type: "image/png" });
  await new Administration(environment, login, "acme").putLogo("a", '"1"', picture);
  expect(tokens(requests)).toEqual(["t1", "t2"]);
  expect(requests.map(({ body }) => body)).toEqual([picture, picture]);
  expect(renewals).toHaveLength(1);
});

test("requestsThatAreRefusedTogetherRenewOnce", async () => {
  const { requests, renewals, login } = await serverThatLetsIn((token) => token !== "t1");
  const administration = new Administration(environment, login, "acme");
  await Promise.all([administration.list(), administration.read("a")]);
  expect(tokens(requests)).toEqual(["t1", "t1", "t2", "t2"]);
  expect(renewals).toHaveLength(1);
});

test("whoLearnsLateThatATokenWasRefusedDoesNotRenewTheNextOne", async () => {
  const { renewals, login } = await serverThatLetsIn(() => true);
  login.refused("t1");
  expect(await login.token()).toBe("t2");
  login.refused("t1");
  expect(await login.token()).toBe("t2");
  expect(renewals).toHaveLength(1);
});

test("newTokenThatIsRefusedTooEndsTheLogin", async () => {
  const { requests, login } = await serverThatLetsIn(() => false);
  await expect(new Administration(environment, login, "acme").list()).rejects.toBeInstanceOf(LoginEnded);
  expect(tokens(requests)).toEqual(["t1", "t2"]);
});

test("renewalThatIsRefusedEndsTheLogin", async () => {
  const state = { ended: false };
  const { requests, login } = await serverThatLetsIn(() => false, state);
  state.ended = true;
  await expect(new Administration(environment, login, "acme").list()).rejects.toBeInstanceOf(LoginEnded);
  expect(tokens(requests)).toEqual(["t1"]);
});

test("whatWasAskedForAheadWithARefusedTokenIsAskedForAgain", async () => {
  const { requests, login } = await serverThatLetsIn((token) => token !== "t1");
  const administration = new Administration(environment, login, "acme", new Ahead());
  await administration.lookAhead({ page: "details", realm: "acme", clientId: "a", tab: "settings" });
  expect((await administration.read("a")).tag).toBe('"1"');
  expect(tokens(requests)).toEqual(["t1", "t2"]);
});
