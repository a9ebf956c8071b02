import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Settings } from "../src/api/application";
import { draftOf, problemsOf } from "../src/gateways/draft";
import { type Call, at, list, openConsole, timesheets } from "./console";

const PAGE = "#/acme/oauth2-gateways";

const start: Settings = {
  enabled: true,
  limit: 10,
  customerId: "ac3e0000000000000000000000000001",
  sessionIdInQuery: true,
  verifyAddresses: null,
  verifyCacheSeconds: 0,
  verifyHasSecret: false,
};

/** Answers as the server does, and does what it is told. */
function realm(changes: Partial<Settings> = {}) {
  const state = { settings: { ...start, ...changes }, edition: 1 };
  const answer = (call: Call) => {
    if (at(call, "GET", "/oauth2-applications-settings")) {
      return { body: state.settings, tag: `"${state.edition}"` };
    }
    if (at(call, "PUT", "/oauth2-applications-settings")) {
      if (call.headers.get("If-Match") !== `"${state.edition}"`) {
        return { status: 412, body: { error: "conflict", errorMessage: "x" } };
      }
      Object.assign(state.settings, JSON.parse(call.body));
      return { body: state.settings, tag: `"${++state.edition}"` };
    }
    if (at(call, "POST", "/verify-secret")) {
      state.settings.verifyHasSecret = true;
      state.edition++;
      return { status: 201, body: { header: "X-Workfront-Verify-Secret", verifySecret: "the-secret" } };
    }
    if (at(call, "DELETE", "/verify-secret")) {
      state.settings.verifyHasSecret = false;
      state.edition++;
      return { status: 204 };
    }
    return at(call, "GET", "/oauth2-applications") ? list(timesheets) : undefined;
  };
  return { state, answer };
}

test("theListLeadsToGateways", async () => {
  await openConsole("#/acme/oauth2-applications", realm().answer);
  expect((await screen.findByTestId("to-gateways")).getAttribute("href")).toBe(PAGE);
});

test("whoMayNotConfigureTheRealmIsNotLedThere", async () => {
  await openConsole("#/acme/oauth2-applications", realm().answer, ["view-clients", "manage-clients"]);
  await screen.findByTestId("create");
  expect(screen.queryByTestId("to-gateways")).toBeNull();
});

test("onlyWhatWasChangedIsSaved", async () => {
  const { state, answer } = realm();
  const { user, calls } = await openConsole(PAGE, answer);
  await user.type(await screen.findByTestId("verifyAddresses"), "10.0.0.0/8{enter}fd00::/8");
  await user.click(screen.getByTestId("save"));
  await screen.findByText("The gateway settings were saved");
  expect(JSON.parse(calls.find(({ method }) => method === "PUT")?.body ?? "")).toEqual({ verifyAddresses: ["10.0.0.0/8", "fd00::/8"] });
  await user.click(screen.getByTestId("nobody"));
  await user.click(screen.getByTestId("save"));
  await waitFor(() => expect(state.settings.verifyAddresses).toEqual([]));
});

test("secondsAndTheQueryAreSettings", async () => {
  const { state, answer } = realm();
  const { user } = await openConsole(PAGE, answer);
  await user.clear(await screen.findByTestId("verifyCacheSeconds"));
  await user.type(screen.getByTestId("verifyCacheSeconds"), "5");
  await user.click(screen.getByTestId("sessionIdInQuery"));
  await user.click(screen.getByTestId("save"));
  await screen.findByText("The gateway settings were saved");
  expect(state.settings).toMatchObject({ verifyCacheSeconds: 5, sessionIdInQuery: false, verifyAddresses: null });
});

test("whatIsWrongIsNotSent", async () => {
  const { user, calls } = await openConsole(PAGE, realm().answer);
  await user.type(await screen.findByTestId("verifyAddresses"), "gateway.example");
  await user.click(screen.getByTestId("save"));
  await screen.findByText("Each line must be an IP address, or a range such as 10.0.0.0/8 or fd00::/8.");
  expect(calls.some(({ method }) => method === "PUT")).toBe(false);
});

test.each([
  ["61", "", { verifyCacheSeconds: "seconds" }],
  ["", "", { verifyCacheSeconds: "seconds" }],
  ["60", "::1\n10.0.0.1, 192.0.2.0/24", {}],
  ["0", "x", { verifyAddresses: "addresses" }],
  ["0", Array.from({ length: 101 }, (_, number) => `10.0.0.${number}`).join("\n"), { verifyAddresses: "many" }],
])("problemsAreKnown: %s %s", (verifyCacheSeconds, verifyAddresses, problems) => {
  expect(problemsOf({ ...draftOf(start), verifyCacheSeconds, verifyAddresses })).toEqual(problems);
});

test("theSecretIsShownOnceAndTakenBack", async () => {
  const { state, answer } = realm();
  const { user } = await openConsole(PAGE, answer);
  await user.click(await screen.findByTestId("renew-secret"));
  expect(((await screen.findByTestId("gateway-secret-value")) as HTMLInputElement).value).toBe("the-secret");
  await user.click(screen.getByTestId("secret-saved"));
  await user.click(screen.getByTestId("secret-done"));
  expect(screen.queryByTestId("gateway-secret-value")).toBeNull();
  await user.click(await screen.findByTestId("remove-secret"));
  await user.click(screen.getByTestId("confirm"));
  await screen.findByText("The gateway secret was removed");
  expect(state.settings.verifyHasSecret).toBe(false);
});
