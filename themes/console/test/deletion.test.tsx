import { act, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Application } from "../src/api/application";
import { type Call, at, openConsole, timesheets } from "./console";

const PAGE = `#/acme/oauth2-applications/${timesheets.clientId}`;

const serving = (application: Application) => (call: Call) =>
  call.method === "GET" && call.path.endsWith(`/${timesheets.clientId}`) ? { body: application, tag: '"1"' } : undefined;
const timesheetsOnly = serving(timesheets);

test("applicationIsDeletedOnlyWhenItsNameIsTyped", async () => {
  let deleted = false;
  const { user } = await openConsole(PAGE, (call) => {
    if (call.method === "DELETE") {
      deleted = true;
      return { status: 204 };
    }
    if (at(call, "GET", "/oauth2-applications")) {
      return { body: { limit: 10, count: 0, customerId: null, applications: [] } };
    }
    return timesheetsOnly(call);
  });
  await screen.findByTestId("settings");
  await user.click(screen.getByTestId("delete-application"));
  expect((await screen.findByTestId("delete-dialog")).textContent).toContain("2 active grants end immediately.");
  const confirm = await screen.findByTestId("confirm");
  await user.type(screen.getByTestId("typed"), "Timesheet{enter}");
  expect(deleted).toBe(false);
  expect((confirm as HTMLButtonElement).disabled).toBe(true);
  await user.type(screen.getByTestId("typed"), "s{enter}");
  await waitFor(() => expect(location.hash).toBe("#/acme/oauth2-applications"));
  expect(deleted).toBe(true);
});

test.each([
  [1, "1 active grant ends immediately."],
  [0, "Nobody has granted it access, so nobody will lose access."],
])("deletionSaysWhatItEnds: %i", async (activeGrants, sentence) => {
  const { user } = await openConsole(PAGE, serving({ ...timesheets, activeGrants }));
  await screen.findByTestId("settings");
  await user.click(screen.getByTestId("delete-application"));
  expect((await screen.findByTestId("delete-dialog")).textContent).toContain(sentence);
  const dialog = screen.getByRole("dialog");
  expect([dialog.lang, dialog.dir]).toEqual(["en", "ltr"]);
});

test("nameIsTypedAsItIsSeen", async () => {
  const { user } = await openConsole(PAGE, serving({ ...timesheets, name: "Two  spaces \u1112\u1161\u11ab" }));
  await user.click(await screen.findByTestId("delete-application"));
  await user.type(await screen.findByTestId("typed"), "Two spaces 한");
  expect((screen.getByTestId("confirm") as HTMLButtonElement).disabled).toBe(false);
});

test("whoWentToAnotherTabWhileItWasDeletedIsLedToTheListToo", async () => {
  let answerNow = () => undefined as void;
  const { user, go } = await openConsole(PAGE, async (call) => {
    if (call.method === "DELETE") {
      await new Promise<void>((resolve) => (answerNow = resolve));
      return { status: 204 };
    }
    return at(call, "GET", "/oauth2-applications") ? { body: { limit: 10, count: 0, customerId: null, applications: [] } } : timesheetsOnly(call);
  });
  await user.click(await screen.findByTestId("delete-application"));
  await user.type(await screen.findByTestId("typed"), "Timesheets{enter}");
  go(`${PAGE}/try`);
  await waitFor(() => expect(screen.getByTestId("tab-try").getAttribute("aria-current")).toBe("page"));
  expect(screen.queryByTestId("delete-dialog")).toBeNull();
  act(() => answerNow());
  await waitFor(() => expect(location.hash).toBe("#/acme/oauth2-applications"));
});
