import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { openConsole } from "./console";
import { PAGE, client, registration, television } from "./registered";

const disabled = (testId: string) => (screen.getByTestId(testId) as HTMLInputElement).disabled;

test("onlyTheChangedFieldIsSavedOnWhatWasRead", async () => {
  const { answer } = registration();
  const { user, calls } = await openConsole(PAGE, answer);
  await user.type(await screen.findByTestId("customSchemes"), "{enter}acmetv");
  expect(screen.getByTestId("unsaved").textContent).toBe("1 unsaved change");
  await user.click(screen.getByTestId("save"));
  await screen.findByText("Acme TV was saved");
  const sent = calls.find(({ method }) => method === "PATCH");
  expect(sent?.headers.get("If-Match")).toBe('"1"');
  expect(JSON.parse(sent?.body ?? "")).toEqual({ customSchemes: ["adobepass", "acmetv"] });
});

test("whatSomebodyElseHasSavedIsSaidAndMineIsSavedOverIt", async () => {
  const { state, answer } = registration();
  const { user } = await openConsole(PAGE, answer);
  await user.type(await screen.findByTestId("version"), ".1");
  Object.assign(state.applications[0] as object, { platforms: ["webOS", "Roku OS"] });
  state.edition++;
  await user.click(screen.getByTestId("save"));
  expect((await screen.findByTestId("conflict")).textContent).toContain("Platforms: webOS, Roku OS");
  expect(state.applications[0]?.version).toBe("1.0");
  await user.click(screen.getByTestId("keep-mine"));
  await user.click(screen.getByTestId("save"));
  await screen.findByText("Acme TV was saved");
  expect(state.applications[0]).toMatchObject({ version: "1.0.1", platforms: ["webOS", "Roku OS"] });
});

test("whatWasTypedIsDiscardedForWhatSomebodyElseHasSaved", async () => {
  const { state, answer } = registration();
  const { user } = await openConsole(PAGE, answer);
  await user.type(await screen.findByTestId("version"), ".1");
  Object.assign(state.applications[0] as object, { version: "2.0" });
  state.edition++;
  await user.click(screen.getByTestId("save"));
  await user.click(await screen.findByTestId("take-theirs"));
  expect((screen.getByTestId("version") as HTMLInputElement).value).toBe("2.0");
});

test("statementIsShownWhole", async () => {
  await openConsole(`${PAGE}/statement`, registration().answer);
  expect((await screen.findByTestId("software-statement")).textContent).toBe(`statement.of.${television.id}`);
  screen.getByTestId("software-statement-copy");
  screen.getByTestId("download-statement");
});

test("clientsAreFoundAndTheSearchIsClearedAgain", async () => {
  const clients = Array.from({ length: 25 }, (_, number) => client(number));
  const { user, calls } = await openConsole(`${PAGE}/clients`, registration({ clients }).answer);
  await screen.findByTestId("row-client-0");
  expect(screen.getByTestId("row-client-1").textContent).toContain("Acme TV 1");
  expect(screen.getByTestId("row-client-1").textContent).toContain("tvOS 26.1");
  await user.click(screen.getByRole("button", { name: "Next page" }));
  await screen.findByTestId("row-client-10");
  await user.type(screen.getByTestId("search"), "tv 24{enter}");
  await screen.findByTestId("row-client-24");
  expect(screen.getAllByTestId(/^row-/)).toHaveLength(1);
  expect(calls.at(-1)?.path).toContain("?search=tv+24&first=0&max=10");
  await user.click(screen.getByTestId("search-clear"));
  await screen.findByTestId("row-client-9");
  await user.type(screen.getByTestId("search"), "nobody{enter}");
  expect((await screen.findByTestId("none-found")).textContent).toContain("No client matches nobody");
});

test.each([null, undefined])("clientThatNeverTookATokenWasNeverUsed: %s", async (lastUsedAt) => {
  const clients = [{ ...client(1), lastUsedAt }, client(2)];
  await openConsole(`${PAGE}/clients`, registration({ clients }).answer);
  expect((await screen.findByTestId("row-client-1")).textContent).toContain("Never");
  expect(screen.getByTestId("row-client-2").textContent).not.toContain("Never");
  expect(screen.getByTestId("clients").textContent).toContain("up to an hour behind");
});

test.each([
  ["nothing", {}, "Unknown"],
  ["that it does not know", { primaryHardwareType: "Unknown" }, "Unknown"],
  ["only its kind", { primaryHardwareType: "TV" }, "TV"],
  ["only its system", { primaryHardwareType: "Unknown", osName: "tvOS" }, "tvOS"],
])("systemIsSaidOnceWhereTheDeviceSaid %s", async (_, device, said) => {
  await openConsole(`${PAGE}/clients`, registration({ clients: [{ ...client(1), device }] }).answer);
  expect((await screen.findByTestId("row-client-1")).querySelector("[data-label=System]")?.textContent).toBe(said);
});

test("oneClientIsDeletedAndTheOthersStay", async () => {
  const { user } = await openConsole(`${PAGE}/clients`, registration().answer);
  await screen.findByTestId("row-client-1");
  await user.click(screen.getAllByTestId("delete-client")[0] as HTMLElement);
  expect((await screen.findByTestId("delete-client-dialog")).textContent).toContain("client-1");
  await user.click(screen.getByTestId("confirm"));
  await waitFor(() => expect(screen.queryByTestId("row-client-1")).toBeNull());
  screen.getByTestId("row-client-2");
  expect(screen.getByTestId("client-count").textContent).toBe("1 client");
});

test("focusGoesToTheNextClientAfterOneIsDeletedAndToTheSearchAfterTheLast", async () => {
  const clients = [client(1), client(2), client(3)];
  const { user } = await openConsole(`${PAGE}/clients`, registration({ clients }).answer);
  const remove = async (clientId: string) => {
    await user.click(within(await screen.findByTestId(`row-${clientId}`)).getByTestId("delete-client"));
    await user.click(await screen.findByTestId("confirm"));
    await waitFor(() => expect(screen.queryByTestId("delete-client-dialog")).toBeNull());
    expect(screen.queryByTestId(`row-${clientId}`)).toBeNull();
  };
  const focused = () => document.activeElement?.closest("tr")?.dataset.testid ?? (document.activeElement as HTMLElement).dataset.testid;
  await remove("client-2");
  await waitFor(() => expect(focused()).toBe("row-client-3"));
  await remove("client-3");
  await waitFor(() => expect(focused()).toBe("row-client-1"));
  await user.type(screen.getByTestId("search"), "tv{enter}");
  await remove("client-1");
  await waitFor(() => expect(focused()).toBe("search"));
});

test("allClientsAreDeletedOnceTheNameIsTyped", async () => {
  const { state, answer } = registration();
  const { user } = await openConsole(`${PAGE}/clients`, answer);
  await user.click(await screen.findByTestId("delete-all"));
  expect((await screen.findByTestId("delete-client-dialog")).textContent).toContain("2 clients are deleted");
  expect(disabled("confirm")).toBe(true);
  await user.type(screen.getByTestId("typed"), "Acme TV{enter}");
  await screen.findByTestId("no-clients");
  expect(state.clients).toEqual([]);
});

test("itIsRevokedOnceItsNameIsTypedAndThenNothingIsChanged", async () => {
  const { user, calls } = await openConsole(PAGE, registration().answer);
  await user.click(await screen.findByTestId("revoke"));
  expect((await screen.findByTestId("revoke-dialog")).textContent).toContain("2 clients stop working immediately");
  await user.type(screen.getByTestId("typed"), "Acme T{enter}");
  expect(disabled("confirm")).toBe(true);
  await user.type(screen.getByTestId("typed"), "V{enter}");
  await screen.findByTestId("revoked");
  const revocation = calls.find(({ path }) => path.endsWith("/revoke"));
  expect([revocation?.method, revocation?.headers.get("If-Match")]).toEqual(["POST", '"1"']);
  expect(screen.getByTestId("read-only").textContent).toContain("revoked permanently");
  expect(disabled("name")).toBe(true);
  expect(screen.queryByTestId("save")).toBeNull();
  expect(screen.queryByTestId("revoke")).toBeNull();
});

test.each([
  ["revoke", "revoke-dialog"],
  ["delete-application", "delete-dialog"],
])("whatHasNoClientsIsSaidToHaveNone: %s", async (action, dialog) => {
  const { user } = await openConsole(PAGE, registration({ clients: [] }).answer);
  await user.click(await screen.findByTestId(action));
  const text = (await screen.findByTestId(dialog)).textContent;
  expect(text).toContain("It has no clients.");
  expect(text).not.toContain("0");
});

test.each(["statement", "try"])("aRevokedOneHasNothingToOffer: %s", async (tab) => {
  const applications = [{ ...television, revokedAt: "2026-03-03T10:00:00.456Z" }];
  await openConsole(`${PAGE}/${tab}`, registration({ applications }).answer);
  await screen.findByTestId("is-revoked");
});

test("whatSomebodyElseHasChangedIsNotDeletedUnseen", async () => {
  const { state, answer } = registration();
  const { user } = await openConsole(PAGE, answer);
  await user.click(await screen.findByTestId("delete-application"));
  await user.type(await screen.findByTestId("typed"), "Acme TV");
  state.edition++;
  await user.click(screen.getByTestId("confirm"));
  await screen.findByText("Acme TV was not deleted");
  expect(state.applications).toHaveLength(1);
});

test("itIsDeletedWithItsClientsAndTheListIsShown", async () => {
  const { state, answer } = registration();
  const { user } = await openConsole(PAGE, answer);
  await user.click(await screen.findByTestId("delete-application"));
  await user.type(await screen.findByTestId("typed"), "Acme TV{enter}");
  await screen.findByTestId("no-registered");
  expect(state.applications).toEqual([]);
});

test("whoMayOnlyLookSeesEverythingAndChangesNothing", async () => {
  const { go } = await openConsole(PAGE, registration().answer, ["view-clients"]);
  expect((await screen.findByTestId("read-only")).textContent).toContain("manage-clients");
  expect(["name", "scopes", "revoke", "delete-application"].map(disabled)).toEqual([true, true, true, true]);
  go(`${PAGE}/clients`);
  await screen.findByTestId("row-client-1");
  expect(disabled("delete-all")).toBe(true);
  expect((screen.getAllByTestId("delete-client")[0] as HTMLButtonElement).disabled).toBe(true);
});

test("commandsRegisterTakeATokenAndAskAboutIt", async () => {
  const { user } = await openConsole(`${PAGE}/try`, registration().answer);
  const text = (testId: string) => screen.getByTestId(testId).textContent ?? "";
  await screen.findByTestId("register-command");
  expect(text("register-command")).toContain("curl 'https://login.example.com/realms/acme/o/client/register'");
  expect(text("register-command")).toContain(`{"software_statement":"statement.of.${television.id}"}`);
  const device = text("register-command").match(/X-Device-Info: ([^']+)'/)?.[1] ?? "";
  expect(JSON.parse(atob(device))).toEqual({ primaryHardwareType: "Unknown", model: "Try it", osName: "Linux" });
  expect(text("client-token-command")).toContain("PASTE-THE-CLIENT-SECRET-HERE");
  await user.click(screen.getByTestId("try-registered"));
  await user.paste('{"client_id":"it-is","client_secret":"its-secret"}');
  expect(text("client-token-command")).toContain("'client_id=it-is'");
  expect(text("client-token-command")).toContain("'client_secret=its-secret'");
  await user.click(screen.getByTestId("try-issued"));
  await user.paste('{"id":"a","access_token":"A.b-c_d","token_type":"bearer"}');
  expect(text("introspect-command")).toContain("'token=A.b-c_d'");
  expect(text("introspect-command")).toContain("/realms/acme/protocol/openid-connect/token/introspect");
  expect(text("validate-command")).toContain("/realms/acme/o/client/validate' \\\n  --request POST \\\n  --header 'Authorization: Bearer A.b-c_d'");
  expect(text("scopes-command")).toContain("/realms/acme/o/client/scopes' \\\n  --header 'Authorization: Bearer A.b-c_d'");
});

test("eachAnswerIsAskedForBelowItsOwnCommand", async () => {
  await openConsole(`${PAGE}/try`, registration().answer);
  const step = async (testId: string) => (await screen.findByTestId(testId)).closest("li");
  const field = (name: string) => screen.getByRole("textbox", { name });
  expect((await step("register-command"))?.contains(field("Response to the registration"))).toBe(true);
  expect((await step("client-token-command"))?.contains(field("Response to the token request"))).toBe(true);
});

test.each([
  ["Response to the registration", '{"error":"too_many_requests"}', "refused: too_many_requests. Wait a second"],
  ["Response to the registration", '{"error":"invalid_redirect_uri"}', "refused: invalid_redirect_uri."],
  ["Response to the registration", '{"client_id":"it-is"}', "no client_id and client_secret"],
  ["Response to the registration", "rubbish", "no client_id and client_secret"],
  ["Response to the token request", '{"error":"invalid_client"}', "refused: invalid_client."],
  ["Response to the token request", "rubbish", "no access_token"],
])("whyAnAnswerIsOfNoUseIsSaidAtItsField: %s %s", async (name, pasted, problem) => {
  const { user } = await openConsole(`${PAGE}/try`, registration().answer);
  const field = await screen.findByRole("textbox", { name });
  const said = () => document.getElementById(field.getAttribute("aria-describedby") ?? "")?.textContent;
  expect([field.getAttribute("aria-invalid"), said()]).toEqual(["false", expect.stringContaining("Paste the output here")]);
  await user.click(field);
  await user.paste(pasted);
  expect([field.getAttribute("aria-invalid"), said()]).toEqual(["true", expect.stringContaining(problem)]);
  await user.clear(field);
  await user.paste('{"client_id":"a","client_secret":"b","access_token":"c"}');
  expect(field.getAttribute("aria-invalid")).toBe("false");
});

test("nothingIsTriedWhereItIsSwitchedOff", async () => {
  await openConsole(`${PAGE}/try`, registration({ on: false }).answer);
  await screen.findByTestId("switched-off");
});

test("anUnknownOneLeadsToTheList", async () => {
  await openConsole("#/acme/registered-applications/nobody", registration().answer);
  expect((await screen.findByTestId("load-failed")).textContent).toContain("nobody");
  expect(screen.getByTestId("to-list").getAttribute("href")).toBe("#/acme/registered-applications");
});
