import { screen, waitFor } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import type { Application } from "../src/api/application";
import { type Call, openConsole, timesheets } from "./console";

const PAGE = `#/acme/oauth2-applications/${timesheets.clientId}`;
const logo = (hash: string) => `https://login.example.com/logos/${hash}.png`;
const outdated = /Somebody else has changed the logo/;

/** A server with one application and its logo; every change of either is another tag. */
function oneLogo() {
  const state = { application: { ...timesheets, logoUrl: logo("first") } as Application, tag: 1 };
  const change = (logoUrl: string | null) => {
    state.application = { ...state.application, logoUrl };
    state.tag++;
  };
  const answer = (call: Call) => {
    if (call.path.endsWith("/logo")) {
      if (call.headers.get("If-Match") !== `"${state.tag}"`) {
        return { status: 412, body: { error: "conflict", errorMessage: "Read it again." } };
      }
      change(call.method === "PUT" ? logo("mine") : null);
      return { status: 204 };
    }
    return call.path.endsWith(`/${timesheets.clientId}`) ? { body: state.application, tag: `"${state.tag}"` } : undefined;
  };
  return { state, change, answer };
}

const changes = (calls: Call[]) => calls.filter(({ path }) => path.endsWith("/logo")).map(({ method }) => method);

test("aLogoThatSomebodyElseHasChangedIsNotRemovedUnseen", async () => {
  const { state, change, answer } = oneLogo();
  const { user, calls } = await openConsole(PAGE, answer);
  await user.click(await screen.findByTestId("remove-logo").then((button) => (change(logo("theirs")), button)));
  await waitFor(() => expect(screen.getByTestId("logo-problem").textContent).toMatch(outdated));
  expect(changes(calls)).toEqual([]);
  expect(state.application.logoUrl).toBe(logo("theirs"));

  await user.click(screen.getByTestId("remove-logo"));
  await screen.findByTestId("notice");
  expect(changes(calls)).toEqual(["DELETE"]);
  expect(screen.getByTestId("logo-problem").textContent).toBe("");
});

test("aLogoThatSomebodyElseHasChangedIsNotReplacedUnseen", async () => {
  vi.stubGlobal("createImageBitmap", async () => ({ width: 64, height: 64 }));
  URL.createObjectURL = () => "blob:chosen";
  URL.revokeObjectURL = () => undefined;
  const { state, change, answer } = oneLogo();
  const { user, calls } = await openConsole(PAGE, answer);
  await user.upload(await screen.findByTestId("logo-file"), new File(["picture"], "mine.png", { type: "image/png" }));
  await screen.findByTestId("save-logo");
  change(logo("theirs"));
  await user.click(screen.getByTestId("save"));
  await waitFor(() => expect(screen.getByTestId("logo-problem").textContent).toMatch(outdated));
  expect(changes(calls)).toEqual([]);
  expect(state.application.logoUrl).toBe(logo("theirs"));

  await user.click(screen.getByTestId("save"));
  await screen.findByTestId("notice");
  expect(changes(calls)).toEqual(["PUT"]);
  expect(state.application.logoUrl).toBe(logo("mine"));
});

test("aLogoIsSavedWhateverBecameOfSecretsMeanwhile", async () => {
  const { state, answer } = oneLogo();
  const { user, calls } = await openConsole(PAGE, answer);
  const remove = await screen.findByTestId("remove-logo");
  state.tag++;
  await user.click(remove);
  await screen.findByTestId("notice");
  expect(changes(calls)).toEqual(["DELETE"]);
});
