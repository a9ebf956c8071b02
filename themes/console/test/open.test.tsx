import { act, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import { open } from "../src/open";
import { environment, list, messages, timesheets } from "./console";

type Answer = () => Response | Promise<Response>;

const json = (body: unknown) => () => new Response(JSON.stringify(body));
const unreachable = () => Promise.reject(new TypeError("Failed to fetch"));

/** A console that shows its clients, at the login's own host; of the parts of its server, some answer otherwise. */
function consoleOf(others: Record<string, Answer>) {
  const parts: Record<string, Answer> = {
    "/token": json({ access_token: "a", refresh_token: "r", expires_in: 60 }),
    "/whoami": json({ locale: "ko", realm_access: { acme: ["view-clients", "manage-clients"] } }),
    "/admin/ko": json(Object.entries(messages("ko")).map(([key, value]) => ({ key, value }))),
    "/admin/en": json(Object.entries(messages("en")).map(([key, value]) => ({ key, value }))),
    "/oauth2-applications": json(list(timesheets).body),
    "/.well-known/oauth-authorization-server": json({}),
    ...others,
  };
  vi.stubGlobal("fetch", async (target: string) => {
    const { pathname, searchParams } = new URL(target);
    if (pathname.endsWith("/auth")) {
      const answer = new Response("the console");
      Object.defineProperty(answer, "url", { value: `${location.origin}/?code=1&state=${searchParams.get("state")}` });
      return answer;
    }
    return Object.entries(parts).find(([end]) => pathname.endsWith(end))![1]();
  });
  document.body.innerHTML = `
    <script id="environment" type="application/json">${JSON.stringify({ ...environment, authServerUrl: location.origin })}</script>
    <ul><li><a id="nav-item-clients" href="#/acme/clients">Clients</a></li></ul>
    <main id="kc-main-content-page-container"></main>`;
}

let close: (() => void) | undefined;
const openHere = async () => (close = await act(open));
// Before the console is taken away, in which they stand.
afterEach(() => act(() => close?.()));

const entry = () => screen.findByTestId("nav-item-oauth2-applications");

function goToTheList() {
  act(() => {
    history.pushState(null, "", "/#/acme/oauth2-applications");
    window.dispatchEvent(new PopStateEvent("popstate"));
  });
}

test("entryIsInTheAdministratorsLanguage", async () => {
  consoleOf({});
  await openHere();
  expect((await entry()).textContent).toBe(messages("ko")["workfront.nav"]);
});

test("withoutTheTextsTheEntryIsThereInEnglish", async () => {
  consoleOf({ "/admin/ko": unreachable });
  await openHere();
  expect((await entry()).textContent).toBe("OAuth2 applications");
  goToTheList();
  expect((await screen.findByTestId("create")).textContent).toBe("Create app integration");
});

test("whoIsNotKnownAtFirstIsAskedForAgain", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"], shouldAdvanceTime: true });
  onTestFinished(() => void vi.useRealTimers());
  let failures = 2;
  const known = json({ locale: "ko", realm_access: { acme: ["view-clients", "manage-clients"] } });
  consoleOf({ "/whoami": () => (failures-- > 0 ? new Response(null, { status: 503 }) : known()) });
  const opened = openHere();
  await vi.advanceTimersByTimeAsync(1_500);
  await opened;
  expect((await entry()).textContent).toBe(messages("ko")["workfront.nav"]);
});

test("loginThatFailsOnTheServerIsTriedAgain", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"], shouldAdvanceTime: true });
  onTestFinished(() => void vi.useRealTimers());
  let failures = 1;
  const tokens = json({ access_token: "a", refresh_token: "r", expires_in: 60 });
  consoleOf({ "/token": () => (failures-- > 0 ? new Response(null, { status: 503 }) : tokens()) });
  const opened = openHere();
  await vi.advanceTimersByTimeAsync(500);
  await opened;
  await entry();
});

test("whoCannotBeLearntAtAllHasTheEntryAndCanTryAgain", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"], shouldAdvanceTime: true });
  onTestFinished(() => void vi.useRealTimers());
  let reachable = false;
  const known = json({ locale: "en", realm_access: { acme: ["view-clients", "manage-clients"] } });
  consoleOf({ "/whoami": () => (reachable ? known() : unreachable()) });
  const opened = openHere();
  await vi.advanceTimersByTimeAsync(5_000);
  await opened;
  await entry();
  goToTheList();
  await act(() => vi.advanceTimersByTimeAsync(5_000));
  const tryAgain = await screen.findByTestId("try-again");
  reachable = true;
  fireEvent.click(tryAgain);
  expect((await screen.findByTestId("create")).getAttribute("href")).toBe("#/acme/new-oauth2-application");
});
