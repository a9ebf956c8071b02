import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Application } from "../src/api/application";
import { at, list, openConsole, timesheets } from "./console";

const ANSWER = '{"token_type":"sessionID","access_token":"1YrqyWdibOTy","refresh_token":"1Ax489WMgcPl","expires_in":3600}';

const machine: Application = {
  ...timesheets,
  type: "machine-to-machine",
  publicKeys: [
    {
      kid: "Yq3mE0k2vJ8b7c6tH1xw5n9sKfGdRzPpLuAaQeWiOjM",
      fingerprint: "SHA256:6B:1F:C2",
      addedBy: "avery",
      addedAt: "2026-03-01T09:30:00.123Z",
      subject: "b0b00000000000000000000000000b0b",
      user: "bob",
      pem: "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----\n",
    },
  ],
};

const trying = (application: Application) =>
  openConsole(`#/acme/oauth2-applications/${timesheets.clientId}/try`, (call) => {
    if (at(call, "GET", "/oauth2-applications")) {
      return list(application);
    }
    return at(call, "GET", timesheets.clientId) ? { body: application, tag: '"1"' } : undefined;
  });

const command = (testId: string) => screen.getByTestId(testId).textContent ?? "";

test("answerOfTheExchangeFillsTheCommandsThatFollow", async () => {
  const { user } = await trying(timesheets);
  expect((await screen.findByTestId("use-command")).textContent).toContain("PASTE-THE-ACCESS-TOKEN-HERE");
  await user.click(screen.getByTestId("try-answer"));
  await user.paste(ANSWER);
  expect(command("use-command")).toContain("/realms/acme/protocol/openid-connect/token/introspect");
  expect(command("use-command")).toContain("'token=1YrqyWdibOTy'");
  expect(command("refresh-command")).toContain("'refresh_token=1Ax489WMgcPl'");
  expect(command("logout-command")).toContain("'sessionID: 1YrqyWdibOTy'");
});

test("sessionIdOfAMachineIsUsedToo", async () => {
  const { user } = await trying(machine);
  await user.click(await screen.findByTestId("try-answer"));
  await user.paste("1OVLES");
  expect(command("use-command")).toContain("'token=1OVLES'");
  expect(command("logout-command")).toContain("'sessionID: 1OVLES'");
  expect(screen.queryByTestId("refresh-command")).toBeNull();
});

test("clientOfTheApiFillsItsCommandAndIsNotKept", async () => {
  const { user } = await trying(timesheets);
  const id = await screen.findByLabelText("Client ID of the API");
  expect(command("use-command")).toContain("--user 'PASTE-THE-API-CLIENT-ID:PASTE-THE-API-SECRET'");
  expect(document.getElementById(id.getAttribute("aria-describedby") ?? "")?.textContent).toContain("workfront.introspect");
  const secret = screen.getByLabelText("Client secret of the API");
  expect([secret.getAttribute("type"), secret.getAttribute("autocomplete")]).toEqual(["password", "off"]);
  await user.type(id, "acme-api");
  await user.type(secret, "it's");
  expect(command("use-command")).toContain("--user 'acme-api:it'\\''s'");
  const kept = Object.values({ ...localStorage, ...sessionStorage }).join();
  expect(kept).not.toContain("it's");
});
