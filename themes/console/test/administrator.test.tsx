import { act, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { LoginEnded } from "../src/session/login";
import { type Call, at, list, openConsole, timesheets } from "./console";

const LIST = "#/acme/oauth2-applications";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"], shouldAdvanceTime: true }));
afterEach(() => void vi.useRealTimers());

/** A realm with an application, whose server says who somebody is as told. */
const realmThatSays = (whoAmI: (call: Call) => { status?: number; body?: unknown } | undefined) => (call: Call) =>
  call.path.includes("/whoami") ? whoAmI(call) : at(call, "GET", "/oauth2-applications") ? list(timesheets) : undefined;

const asked = (calls: Call[]) => calls.filter(({ path }) => path.includes("/whoami"));

const later = () => act(() => vi.advanceTimersByTimeAsync(5_000));

test("managerRemainsOneWhereTheFirstQuestionFails", async () => {
  let failures = 1;
  const { calls } = await openConsole(LIST, realmThatSays(() => (failures-- > 0 ? { status: 502 } : undefined)));
  await later();
  expect((await screen.findByTestId("create")).getAttribute("href")).toBe("#/acme/new-oauth2-application");
  expect(asked(calls)).toHaveLength(2);
});

test("whoIsUnknownIsNotShownAPageToLookAt", async () => {
  let broken = true;
  const { calls } = await openConsole(LIST, realmThatSays(() => (broken ? { status: 502 } : undefined)));
  await later();
  expect((await screen.findByTestId("load-failed")).textContent).toContain("Something went wrong on the server");
  expect(screen.queryByTestId("applications")).toBeNull();
  expect(asked(calls)).toHaveLength(4);
  fireEvent.click(screen.getByTestId("try-again"));
  await act(() => vi.advanceTimersByTimeAsync(1));
  expect(asked(calls)).toHaveLength(5);
  await screen.findByTestId("load-failed");
  broken = false;
  fireEvent.click(screen.getByTestId("try-again"));
  expect((await screen.findByTestId("create")).getAttribute("href")).toBe("#/acme/new-oauth2-application");
});

test("whoIsRefusedMayOnlyLookAndIsNotAskedForAgain", async () => {
  const { calls } = await openConsole(LIST, realmThatSays(() => ({ status: 403 })));
  expect((await screen.findByTestId("create")).getAttribute("aria-disabled")).toBe("true");
  expect(asked(calls)).toHaveLength(1);
});

test("whoseLoginHasEndedIsKnownAgainAfterALoginInAnotherTab", async () => {
  let ended = true;
  const login = { refused: () => undefined, token: () => (ended ? Promise.reject(new LoginEnded()) : Promise.resolve("token")) };
  await openConsole(LIST, realmThatSays(() => undefined), undefined, login);
  await screen.findByTestId("log-in-again");
  ended = false;
  fireEvent.focus(window);
  expect((await screen.findByTestId("create")).getAttribute("href")).toBe("#/acme/new-oauth2-application");
});

test("anotherRealmIsNotHeldUpByOneWhereNobodyIsKnown", async () => {
  const { go } = await openConsole(
    LIST,
    realmThatSays(({ path }) =>
      path.endsWith("=acme") ? { status: 502 } : { body: { locale: "en", realm_access: { beta: ["view-clients", "manage-clients"] } } },
    ),
  );
  go("#/beta/oauth2-applications");
  expect((await screen.findByTestId("create")).getAttribute("href")).toBe("#/beta/new-oauth2-application");
  await later();
  expect(within(screen.getByTestId("oauth2-applications")).queryByTestId("load-failed")).toBeNull();
  go(LIST);
  await later();
  await screen.findByTestId("load-failed");
});
