import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, onTestFinished, test, vi } from "vitest";
import type { ApplicationType } from "../src/api/application";
import { LoginEnded } from "../src/session/login";
import { type Call, at, list, openConsole, timesheets } from "./console";

const LIST = "#/acme/oauth2-applications";

test("applicationsAreListedWithTypeUseAndGrants", async () => {
  await openConsole(LIST, (call) => (at(call, "GET", "/oauth2-applications") ? list(timesheets) : undefined));
  const row = await screen.findByTestId(`row-${timesheets.clientId}`);
  expect(row.textContent).toContain("Timesheets");
  expect(row.textContent).toContain("Web application");
  expect(row.textContent).toContain("Never");
  expect(within(row).getByRole("link", { name: /2 active grants for Timesheets/ }).getAttribute("href")).toBe(
    `${LIST}/${timesheets.clientId}/grants`,
  );
  expect(screen.getByTestId("places").textContent).toBe("1 of 10");
});

test("emptyListExplains", async () => {
  await openConsole(LIST, (call) => (at(call, "GET", "/oauth2-applications") ? list() : undefined));
  expect((await screen.findByTestId("no-applications")).textContent).toContain("This realm can have up to 10");
  expect(screen.getByTestId("create").getAttribute("href")).toBe("#/acme/new-oauth2-application");
});

test("fullRealmCreatesNothingAndSaysWhy", async () => {
  const full = { body: { limit: 1, count: 1, customerId: null, applications: [timesheets] } };
  await openConsole(LIST, (call) => (at(call, "GET", "/oauth2-applications") ? full : undefined));
  const create = await screen.findByTestId("create");
  expect(create.getAttribute("aria-disabled")).toBe("true");
  expect(create.getAttribute("href")).toBeNull();
  const reason = document.getElementById(create.getAttribute("aria-describedby") ?? "");
  expect(reason?.textContent).toContain("Delete it to create another one");
});

test("whoMayOnlyLookCreatesNothingAndReadsWhy", async () => {
  await openConsole(LIST, (call) => (at(call, "GET", "/oauth2-applications") ? list(timesheets) : undefined), ["view-clients"]);
  expect((await screen.findByTestId("create-reason")).textContent).toContain("manage-clients");
});

test("switchedOffRealmIsSwitchedOnByWhoMay", async () => {
  let on = false;
  const { user, calls } = await openConsole(LIST, (call) => {
    if (call.path.includes("/.well-known/")) {
      return { status: on ? 200 : 404, body: {} };
    }
    if (call.path.endsWith("/oauth2-applications-settings")) {
      on = call.method === "PUT";
      return { body: { enabled: on, limit: 10, customerId: null } };
    }
    return at(call, "GET", "/oauth2-applications") ? list() : undefined;
  });
  await user.click(await screen.findByTestId("switch-on"));
  await screen.findByTestId("no-applications");
  expect(JSON.parse(calls.find(({ method }) => method === "PUT")?.body ?? "")).toEqual({ enabled: true });
});

const notServed = (enabled: boolean) => (call: Call) => {
  if (call.path.includes("/.well-known/")) {
    return { status: 404, body: {} };
  }
  if (at(call, "GET", "/oauth2-applications-settings")) {
    return { body: { enabled, limit: 10, customerId: null } };
  }
  if (at(call, "GET", `/${timesheets.clientId}`)) {
    return { status: 404, body: { error: "not_found", errorMessage: "No application." } };
  }
  return at(call, "GET", "/oauth2-applications") ? list() : undefined;
};

const addresses = ["oauth2-applications", "new-oauth2-application", `oauth2-applications/${timesheets.clientId}/try`];

test.each(addresses)("everyAddressSaysThatTheRealmIsDisabled: %s", async (page) => {
  await openConsole(`#/acme/${page}`, notServed(true));
  expect((await screen.findByTestId("disabled")).textContent).toContain("The realm acme is disabled");
});

test.each(addresses)("everyAddressOffersToSwitchOn: %s", async (page) => {
  await openConsole(`#/acme/${page}`, notServed(false));
  expect((await screen.findByTestId("switched-off")).textContent).toContain("switched off in acme");
  await screen.findByTestId("switch-on");
});

test.each([
  [[timesheets], "hidden"],
  [[], "all-hidden"],
])("whoMayNotSeeEveryApplicationIsToldThatThereAreMore: %#", async (applications, testId) => {
  const some = { body: { limit: 10, count: applications.length + 2, customerId: null, applications } };
  await openConsole(LIST, (call) => (at(call, "GET", "/oauth2-applications") ? some : undefined), ["query-clients"]);
  expect((await screen.findByTestId(testId)).textContent).toContain("2 applications in this realm are hidden");
  expect(screen.queryByTestId("no-applications")).toBeNull();
  expect(screen.getByTestId("places").textContent).toBe(`${applications.length + 2} of 10`);
});

test("typeThatIsNoneOfOursIsShownAsItIsWritten", async () => {
  const unreadable = { ...timesheets, type: "desktop" as ApplicationType };
  await openConsole(LIST, (call) => {
    if (call.path.includes("/.well-known/")) {
      return { status: 200, body: {} };
    }
    return at(call, "GET", "/oauth2-applications") ? list(unreadable) : undefined;
  });
  expect((await screen.findByTestId("applications")).textContent).toContain("desktop");
});

test("switchedOffRealmSaysWhoCanSwitchItOn", async () => {
  const off = (call: { method: string; path: string }) => {
    if (call.path.includes("/.well-known/")) {
      return { status: 404, body: {} };
    }
    return call.path.endsWith("/oauth2-applications") ? list() : undefined;
  };
  await openConsole(LIST, off, ["view-clients", "manage-clients"]);
  expect((await screen.findByTestId("switched-off")).textContent).toContain("manage-realm");
  expect(screen.queryByTestId("switch-on")).toBeNull();
});

test("failureOfTheServerCanBeTriedAgain", async () => {
  let broken = true;
  const { user } = await openConsole(LIST, (call) => {
    if (!at(call, "GET", "/oauth2-applications")) {
      return undefined;
    }
    return broken ? { status: 500 } : list(timesheets);
  });
  const retry = await screen.findByTestId("try-again");
  broken = false;
  await user.click(retry);
  await screen.findByTestId("applications");
});

test("endedLoginOffersANewOne", async () => {
  await openConsole(LIST, () => undefined, [], { refused: () => undefined, token: () => Promise.reject(new LoginEnded()) });
  await screen.findByTestId("log-in-again");
});

test("headingTakesTheFocusAndTheConsolesOwnContentIsHidden", async () => {
  const { go } = await openConsole(LIST, (call) => (at(call, "GET", "/oauth2-applications") ? list(timesheets) : undefined));
  await screen.findByTestId("applications");
  const area = document.getElementById("kc-main-content-page-container");
  expect(document.activeElement).toBe(screen.getByTestId("page-title"));
  expect(area?.hasAttribute("data-workfront")).toBe(true);
  expect(document.getElementById("nav-item-oauth2-applications")?.getAttribute("aria-current")).toBe("page");
  go("#/acme/clients");
  expect(area?.hasAttribute("data-workfront")).toBe(false);
  expect(area?.children).toHaveLength(1);
  expect(document.getElementById("nav-item-oauth2-applications")?.getAttribute("aria-current")).toBeNull();
});

test("applicationWithoutANameIsCalledByItsClientId", async () => {
  const nameless = { ...timesheets, name: null };
  const { go } = await openConsole(LIST, (call) => {
    if (at(call, "GET", "/oauth2-applications")) {
      return list(nameless, { ...timesheets, clientId: "blank", name: " " });
    }
    return at(call, "GET", nameless.clientId) ? { body: nameless, tag: '"1"' } : undefined;
  });
  expect((await screen.findByTestId("row-blank")).querySelector("a")?.textContent).toBe("blank");
  go(`${LIST}/${nameless.clientId}`);
  expect((await screen.findByTestId("name")) as HTMLInputElement).toHaveProperty("value", "");
  expect(screen.getByTestId("page-title").textContent).toBe(nameless.clientId);
});

test("pageThatCannotBeShownTakesNoOtherAlong", async () => {
  const quiet = vi.spyOn(console, "error").mockImplementation(() => undefined);
  onTestFinished(() => quiet.mockRestore());
  const { go } = await openConsole(LIST, (call) =>
    at(call, "GET", "/oauth2-applications") ? list(timesheets) : at(call, "GET", "/broken") ? { body: {}, tag: '"1"' } : undefined,
  );
  await screen.findByTestId("applications");
  go(`${LIST}/broken`);
  await screen.findByTestId("page-failed");
  go(LIST);
  await screen.findByTestId("applications");
});

test.each([".", ".."])("clientIdThatIsAStepInThePathIsNotFollowed %s", async (clientId) => {
  const { calls } = await openConsole(`${LIST}/${clientId}`, () => undefined);
  expect((await screen.findByTestId("load-failed")).textContent).toContain("There is no such application");
  expect(calls.filter(({ path }) => path.startsWith("/admin/realms"))).toEqual([]);
});

test("firstAnswerIsShownEvenIfALaterOneFails", async () => {
  let answerNow: () => void = () => undefined;
  let asked = 0;
  await openConsole(LIST, async (call) => {
    if (!at(call, "GET", "/oauth2-applications")) {
      return undefined;
    }
    if (asked++ > 0) {
      return { status: 502 };
    }
    await new Promise<void>((resolve) => (answerNow = resolve));
    return list(timesheets);
  });
  await waitFor(() => expect(asked).toBe(1));
  fireEvent.focus(window);
  await waitFor(() => expect(asked).toBe(2));
  act(() => answerNow());
  await screen.findByTestId("applications");
});

test("olderAnswerDoesNotTakeThePlaceOfANewerOne", async () => {
  const answers: (() => void)[] = [];
  let asked = 0;
  await openConsole(LIST, async (call) => {
    if (!at(call, "GET", "/oauth2-applications")) {
      return undefined;
    }
    const name = asked++ === 0 ? "Older" : "Newer";
    await new Promise<void>((resolve) => answers.push(resolve));
    return list({ ...timesheets, name });
  });
  await waitFor(() => expect(answers).toHaveLength(1));
  fireEvent.focus(window);
  await waitFor(() => expect(answers).toHaveLength(2));
  act(() => answers[1]?.());
  await screen.findByText("Newer");
  await act(async () => answers[0]?.());
  await new Promise((resolve) => setTimeout(resolve));
  expect(screen.queryByText("Older")).toBeNull();
});

const ignoringWid = (call: Call) =>
  call.path.endsWith("/oauth2-applications-settings")
    ? { body: { enabled: true, limit: 10, customerId: null, widIgnored: true } }
    : at(call, "GET", "/oauth2-applications")
      ? list(timesheets)
      : undefined;

test("ignoredWidIsSaidToWhoeverMayChangeTheUserProfile", async () => {
  await openConsole(LIST, ignoringWid);
  expect((await screen.findByTestId("wid-ignored")).textContent).toContain("The user attribute wid is ignored");
});

test("ignoredWidIsNotAskedForByOthers", async () => {
  const { calls } = await openConsole(LIST, ignoringWid, ["view-clients"]);
  await screen.findByText("Timesheets");
  expect(screen.queryByTestId("wid-ignored")).toBeNull();
  expect(calls.some(({ path }) => path.endsWith("-settings"))).toBe(false);
});

test("listIsShownWhereTheSettingsCannotBeRead", async () => {
  await openConsole(LIST, (call) =>
    call.path.endsWith("/oauth2-applications-settings")
      ? { status: 500 }
      : call.path.endsWith("/oauth2-applications")
        ? list(timesheets)
        : undefined,
  );
  await screen.findByText("Timesheets");
});
