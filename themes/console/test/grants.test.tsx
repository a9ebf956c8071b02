import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Grant } from "../src/api/application";
import { type Call, at, openConsole, timesheets } from "./console";

const PAGE = `#/acme/oauth2-applications/${timesheets.clientId}/grants`;
const grant = (id: string, user: string): Grant => ({
  id,
  user,
  createdAt: "2026-03-01T09:30:00.123Z",
  lastUsedAt: "2026-03-02T09:30:00.123Z",
  expiresAt: null,
});

function twoGrants() {
  let grants = [grant("a", "alice"), grant("b", "bob")];
  return (call: Call) => {
    if (call.method === "DELETE") {
      grants = grants.filter(({ id }) => !call.path.endsWith(`/grants/${id}`) && !call.path.endsWith("/grants"));
      return { status: 204 };
    }
    if (at(call, "GET", "/grants")) {
      return { body: grants };
    }
    return call.path.endsWith(`/${timesheets.clientId}`) ? { body: timesheets, tag: '"1"' } : undefined;
  };
}

test("oneGrantIsRevokedAndTheOthersStay", async () => {
  const { user } = await openConsole(PAGE, twoGrants());
  expect((await screen.findByTestId("row-a")).textContent).toContain("alice");
  await user.click((await screen.findAllByTestId("end-grant"))[0] as HTMLElement);
  await user.click(await screen.findByTestId("confirm"));
  await waitFor(() => expect(screen.queryByTestId("row-a")).toBeNull());
  expect(screen.getByTestId("row-b").textContent).toContain("bob");
});

test("countsFollowFromTabToTabAndWhenTheAdministratorComesBack", async () => {
  let activeGrants = 0;
  const { go } = await openConsole(`#/acme/oauth2-applications/${timesheets.clientId}/try`, (call) => {
    if (at(call, "GET", "/grants")) {
      return { body: [] };
    }
    return call.path.endsWith(`/${timesheets.clientId}`) ? { body: { ...timesheets, activeGrants }, tag: '"1"' } : undefined;
  });
  await screen.findByText("No active grants");
  activeGrants = 1;
  go(PAGE);
  await screen.findByText("1 active grant");
  activeGrants = 2;
  fireEvent.focus(window);
  await screen.findByText("2 active grants");
});

test("allGrantsAreRevoked", async () => {
  const { user } = await openConsole(PAGE, twoGrants());
  await user.click(await screen.findByTestId("end-all"));
  expect((await screen.findByTestId("end-grant-dialog")).textContent).toContain("2 grants");
  await user.click(screen.getByTestId("confirm"));
  await screen.findByTestId("no-grants");
});
