import { act, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { at, list, openConsole, timesheets } from "./console";

const PAGE = "#/acme/new-oauth2-application";
const SECRET = "Zk3vB8nQ1rT6yW0pXcJ4mHs9aLdFgUeOiKxVbNtRzM2";

const creating = () =>
  openConsole(PAGE, (call) => {
    if (at(call, "POST", "/oauth2-applications")) {
      return { status: 201, body: { ...timesheets, clientSecret: SECRET } };
    }
    if (at(call, "GET", timesheets.clientId)) {
      return { body: timesheets, tag: '"1"' };
    }
    return at(call, "GET", "/oauth2-applications") ? list() : undefined;
  });

test("webApplicationIsCreatedWithTheAddressesOfFusion", async () => {
  const { user, calls } = await creating();
  await user.click(await screen.findByTestId("type-web"));
  await user.type(screen.getByTestId("name"), " Timesheets ");
  await user.click(screen.getByTestId("add-fusion"));
  await user.click(screen.getByTestId("create"));
  await screen.findByTestId("client-secret");
  expect(calls.find(({ method }) => method === "POST")?.headers.get("Accept-Language")).toBe("en");
  expect(JSON.parse(calls.find(({ method }) => method === "POST")?.body ?? "")).toEqual({
    type: "web",
    name: "Timesheets",
    redirectUrls: [
      "https://app.workfrontfusion.com/oauth/cb/workfront-workfront",
      "https://app-eu.workfrontfusion.com/oauth/cb/workfront-workfront",
      "https://app-az.workfrontfusion.com/oauth/cb/workfront-workfront",
    ],
  });
});

test("machineToMachineApplicationHasNoRedirectUrls", async () => {
  const { user, calls } = await creating();
  await user.click(await screen.findByTestId("type-machine-to-machine"));
  expect(screen.queryByTestId("add-url")).toBeNull();
  await user.type(screen.getByTestId("name"), "Night batch");
  await user.click(screen.getByTestId("create"));
  await waitFor(() => expect(calls.some(({ method }) => method === "POST")).toBe(true));
  expect(JSON.parse(calls.find(({ method }) => method === "POST")?.body ?? "")).toEqual({
    type: "machine-to-machine",
    name: "Night batch",
  });
});

test("nothingIsSentWithoutTypeAndName", async () => {
  const { user, calls } = await creating();
  await user.click(await screen.findByTestId("create"));
  expect((await screen.findByTestId("creation")).textContent).toContain("Choose a type.");
  expect(screen.getByTestId("creation").textContent).toContain("Enter a name.");
  expect(document.activeElement).toBe(screen.getByTestId("type-web"));
  await user.click(screen.getByTestId("type-web"));
  await user.click(screen.getByTestId("create"));
  expect(document.activeElement).toBe(screen.getByTestId("name"));
  expect(calls.some(({ method }) => method === "POST")).toBe(false);
});

test("unsavedSecretHoldsBackUntilItIsCopied", async () => {
  const { user } = await creating();
  await user.click(await screen.findByTestId("type-web"));
  await user.type(screen.getByTestId("name"), "Timesheets");
  await user.click(screen.getByTestId("create"));
  expect(((await screen.findByTestId("client-secret")) as HTMLInputElement).value).toBe(SECRET);

  await user.click(document.getElementById("nav-item-clients") as HTMLElement);
  await screen.findByTestId("leave");
  expect(location.hash).toBe(`#/acme/oauth2-applications/${timesheets.clientId}/credentials`);
  await user.click(screen.getByTestId("cancel"));

  await user.click(screen.getByTestId("client-secret-copy"));
  await user.click(await screen.findByTestId("secret-done"));
  expect(screen.queryByTestId("client-secret")).toBeNull();
  await user.click(document.getElementById("nav-item-clients") as HTMLElement);
  expect(location.hash).toBe("#/acme/clients");
});

test("secretThatWasLeftIsGone", async () => {
  const { user, go } = await creating();
  await user.click(await screen.findByTestId("type-web"));
  await user.type(screen.getByTestId("name"), "Timesheets");
  await user.click(screen.getByTestId("create"));
  await screen.findByTestId("client-secret");
  await user.click(screen.getByTestId("tab-settings"));
  await user.click(await screen.findByTestId("confirm"));
  go(`#/acme/oauth2-applications/${timesheets.clientId}/credentials`);
  await screen.findByTestId("secret-table");
  expect(screen.queryByTestId("client-secret")).toBeNull();
});

test("secretThatWasCopiedStaysWithItsApplicationOnly", async () => {
  const { user, go } = await creating();
  const application = `#/acme/oauth2-applications/${timesheets.clientId}`;
  await user.click(await screen.findByTestId("type-web"));
  await user.type(screen.getByTestId("name"), "Timesheets");
  await user.click(screen.getByTestId("create"));
  await user.click(await screen.findByTestId("client-secret-copy"));
  go(`${application}/try`);
  expect((await screen.findByTestId("token-command")).textContent).toContain(SECRET);
  go(`${application}/credentials`);
  expect(((await screen.findByTestId("secret-saved")) as HTMLInputElement).checked).toBe(true);
  go("#/acme/clients");
  go(`${application}/credentials`);
  await screen.findByTestId("secret-table");
  expect(screen.queryByTestId("client-secret")).toBeNull();
});

test("placeToTryItIsOfferedWhileThereIsNoRedirectUrl", async () => {
  const { user, calls } = await creating();
  await user.click(await screen.findByTestId("type-web"));
  await user.type(screen.getByTestId("name"), "Timesheets");
  await user.click(screen.getByTestId("add-trial"));
  expect(screen.queryByTestId("add-trial")).toBeNull();
  await user.click(screen.getByTestId("create"));
  await screen.findByTestId("client-secret");
  const sent = JSON.parse(calls.find(({ method }) => method === "POST")?.body ?? "{}") as { redirectUrls?: string[] };
  expect(sent.redirectUrls).toEqual(["http://localhost:9999/callback"]);
});

test("goingBackIsHeldToo", async () => {
  const { user, go } = await creating();
  await user.type(await screen.findByTestId("name"), "T");
  go("#/acme/clients");
  await screen.findByTestId("leave");
  expect(location.hash).toBe(PAGE);
  await user.click(screen.getByTestId("confirm"));
  expect(location.hash).toBe("#/acme/clients");
});

test("rowWithoutARedirectUrlIsNotDropped", async () => {
  const { user, calls } = await creating();
  await user.click(await screen.findByTestId("type-web"));
  await user.type(screen.getByTestId("name"), "Timesheets");
  await user.type(screen.getByTestId("redirect-url"), "https://timesheets.example.com/callback");
  await user.click(screen.getByTestId("add-url"));
  await user.click(screen.getByTestId("create"));
  expect(document.activeElement).toBe(screen.getAllByTestId("redirect-url")[1]);
  expect(screen.getAllByTestId("redirect-problem")[1]?.textContent).toContain("Enter a URL");
  expect(calls.some(({ method }) => method === "POST")).toBe(false);
});

test("usersAreNotSaidToSeeAnApplicationThatRunsWithoutThem", async () => {
  const { user } = await creating();
  await user.click(await screen.findByTestId("type-machine-to-machine"));
  expect(screen.getByTestId("creation").textContent).not.toContain("Users see this");
});

test("answerThatComesLateTakesNobodyAway", async () => {
  let answerNow: () => void = () => undefined;
  const { user, go } = await openConsole(PAGE, async (call) => {
    if (at(call, "POST", "/oauth2-applications")) {
      await new Promise<void>((resolve) => (answerNow = resolve));
      return { status: 201, body: { ...timesheets, clientSecret: SECRET } };
    }
    return at(call, "GET", "/oauth2-applications") ? list(timesheets) : undefined;
  });
  await user.click(await screen.findByTestId("type-web"));
  await user.type(screen.getByTestId("name"), "Timesheets");
  await user.click(screen.getByTestId("create"));
  go("#/acme/oauth2-applications");
  await user.click(await screen.findByTestId("confirm"));
  await screen.findByTestId("applications");
  act(() => answerNow());
  expect((await screen.findByTestId("notice")).textContent).toContain("Timesheets");
  expect(location.hash).toBe("#/acme/oauth2-applications");
});
