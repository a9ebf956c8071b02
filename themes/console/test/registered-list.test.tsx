import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { openConsole } from "./console";
import { LIST, PAGE, registration, television } from "./registered";

test("registeredApplicationsAreListedWithTheirClientsAndWhichAreRevoked", async () => {
  const old = { ...television, id: "old", name: "Old TV", revokedAt: "2026-03-03T10:00:00.456Z" };
  await openConsole(LIST, registration({ applications: [television, old] }).answer);
  const row = await screen.findByTestId(`row-${television.id}`);
  expect(row.textContent).toContain("Acme TV");
  expect(row.textContent).toContain("tvOS, Roku OS");
  expect(within(row).queryByTestId("revoked")).toBeNull();
  expect(within(row).getByRole("link", { name: "2 clients of Acme TV" }).getAttribute("href")).toBe(`${PAGE}/clients`);
  expect(within(screen.getByTestId("row-old")).getByTestId("revoked").textContent).toBe("Revoked");
});

test("bothPagesStandInTheNavigationAndOneOfThemIsTheCurrentOne", async () => {
  const { go } = await openConsole(LIST, (call) => registration().answer(call) ?? (call.path.endsWith("/oauth2-applications") ? { body: { limit: 10, count: 0, customerId: null, applications: [] } } : undefined));
  await screen.findByTestId("registered-applications");
  const current = () => [...document.querySelectorAll("li > a[aria-current]")].map(({ id }) => id);
  expect([...document.querySelectorAll("li > a")].map(({ textContent }) => textContent)).toEqual(["Clients", "OAuth2 applications", "Registered applications"]);
  expect(current()).toEqual(["nav-item-registered-applications"]);
  go("#/acme/oauth2-applications");
  await screen.findByTestId("oauth2-applications");
  expect(current()).toEqual(["nav-item-oauth2-applications"]);
});

test("moreThanAPageOfThemComePageByPage", async () => {
  const applications = Array.from({ length: 12 }, (_, number) => ({ ...television, id: `tv-${number}` }));
  const { user } = await openConsole(LIST, registration({ applications }).answer);
  await screen.findByTestId("row-tv-0");
  expect(screen.queryByTestId("row-tv-10")).toBeNull();
  await user.click(screen.getByRole("button", { name: "Next page" }));
  await screen.findByTestId("row-tv-11");
});

test("emptyListSaysWhatRegisteredApplicationsAre", async () => {
  await openConsole(LIST, registration({ applications: [] }).answer);
  expect((await screen.findByTestId("no-registered")).textContent).toContain("software statement");
  expect(screen.getByTestId("create").getAttribute("href")).toBe("#/acme/new-registered-application");
});

test("whoMayOnlyLookCreatesNothingAndReadsWhy", async () => {
  await openConsole(LIST, registration().answer, ["view-clients"]);
  expect((await screen.findByTestId("create-reason")).textContent).toContain("manage-clients");
});

test("switchedOffRealmIsSwitchedOnByWhoMay", async () => {
  const { user, calls } = await openConsole(LIST, registration({ on: false, applications: [] }).answer);
  await user.click(await screen.findByTestId("switch-on"));
  await screen.findByTestId("no-registered");
  const put = calls.find(({ method }) => method === "PUT");
  expect(put?.path).toBe("/admin/realms/acme/registered-applications-settings");
  expect(JSON.parse(put?.body ?? "")).toEqual({ enabled: true });
});

test("whereItIsSwitchedOffWhatThereIsCanStillBeLookedAt", async () => {
  await openConsole(LIST, registration({ on: false }).answer, ["view-clients", "manage-clients"]);
  expect((await screen.findByTestId("switched-off")).textContent).toContain("manage-realm");
  expect(screen.queryByTestId("switch-on")).toBeNull();
  screen.getByTestId(`row-${television.id}`);
  expect(screen.queryByTestId("create")).toBeNull();
});

test.each(["registered-applications", "new-registered-application"])("masterNeverServesThem: %s", async (page) => {
  await openConsole(`#/master/${page}`, (call) => registration({ on: false }).answer({ ...call, path: call.path.replace("/realms/master/", "/realms/acme/") }));
  await screen.findByTestId("never-served");
});

test("newOneLeadsToItsStatement", async () => {
  const { state, answer } = registration({ applications: [] });
  const { user } = await openConsole("#/acme/new-registered-application", answer);
  await user.type(await screen.findByTestId("name"), " Acme TV ");
  await user.type(screen.getByTestId("platforms"), "tvOS{enter}{enter} Roku OS {enter}tvOS");
  await user.type(screen.getByTestId("customSchemes"), "AdobePass");
  await user.click(screen.getByTestId("create"));
  await waitFor(() => expect(location.hash).toBe(`${LIST}/new/statement`));
  expect(state.applications[0]).toMatchObject({
    name: "Acme TV",
    version: null,
    platforms: ["tvOS", "Roku OS"],
    scopes: ["api:client:v2"],
    redirectDomains: [],
    customSchemes: ["AdobePass"],
  });
  expect((await screen.findByTestId("software-statement")).textContent).toBe("statement.of.new");
});

test("whatIsWrongIsSaidAndNotSent", async () => {
  const { state, answer } = registration({ applications: [] });
  const { user } = await openConsole("#/acme/new-registered-application", answer);
  await user.type(await screen.findByTestId("redirectDomains"), "https://app.example/");
  screen.getByText(/Each line must be a host name with a dot/);
  await user.click(screen.getByTestId("create"));
  screen.getByText("Enter a name.");
  await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId("name")));
  expect(state.applications).toEqual([]);
});
