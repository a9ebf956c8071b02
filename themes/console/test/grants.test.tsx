import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Grant } from "../src/api/application";
import { type Call, openConsole, timesheets } from "./console";

const PAGE = `#/acme/oauth2-applications/${timesheets.clientId}/grants`;
const grant = (id: string, user: string): Grant => ({
  id,
  user,
  createdAt: "2026-03-01T09:30:00.123Z",
  lastUsedAt: "2026-03-02T09:30:00.123Z",
  expiresAt: null,
});

const isList = (call: Call) => call.method === "GET" && call.path.includes("/grants?");

/** As the server answers it. */
function part(call: Call, grants: Grant[]) {
  const query = new URLSearchParams(call.path.split("?")[1]);
  const first = Number(query.get("first"));
  return {
    body: grants.slice(first, first + Number(query.get("max"))),
    headers: { "X-Total-Count": String(grants.length) },
  };
}

/** That many, of user-0, user-1 and so on. */
function manyGrants(count: number) {
  let grants = Array.from({ length: count }, (_, i) => grant(String(i), `user-${i}`));
  return (call: Call) => {
    if (call.method === "DELETE") {
      grants = grants.filter(({ id }) => !call.path.endsWith(`/grants/${id}`));
      return { status: 204 };
    }
    if (isList(call)) {
      return part(call, grants);
    }
    return call.path.endsWith(`/${timesheets.clientId}`) ? { body: { ...timesheets, activeGrants: count }, tag: '"1"' } : undefined;
  };
}

const users = () => screen.getAllByTestId(/^row-/).map((row) => row.querySelector("bdi")?.textContent);

function twoGrants() {
  let grants = [grant("a", "alice"), grant("b", "bob")];
  return (call: Call) => {
    if (call.method === "DELETE") {
      grants = grants.filter(({ id }) => !call.path.endsWith(`/grants/${id}`) && !call.path.endsWith("/grants"));
      return { status: 204 };
    }
    if (isList(call)) {
      return part(call, grants);
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
    if (isList(call)) {
      return part(call, []);
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

test("hundredThousandGrantsAreShownPageByPage", async () => {
  const { user, calls } = await openConsole(PAGE, manyGrants(100_000));
  await screen.findByTestId("row-0");
  expect(users()).toHaveLength(10);
  expect(screen.getAllByRole("status").map(({ textContent }) => textContent)).toContain("1–10 of 100,000");
  await user.click(screen.getByRole("button", { name: "Next page" }));
  await screen.findByTestId("row-10");
  expect(users()).toHaveLength(10);
  await user.click(screen.getByRole("button", { name: "Last page" }));
  await screen.findByTestId("row-99999");
  expect(screen.getByRole("button", { name: "Next page" })).toHaveProperty("disabled", true);
  await user.click(screen.getByRole("button", { name: "Previous page" }));
  await screen.findByTestId("row-99980");
  expect(calls.filter(isList).map(({ path }) => path.split("?")[1])).toEqual([
    "first=0&max=10",
    "first=10&max=10",
    "first=99990&max=10",
    "first=99980&max=10",
  ]);
});

test("pageIsChosenByItsNumberWithTheKeyboard", async () => {
  const { user } = await openConsole(PAGE, manyGrants(95));
  await screen.findByTestId("row-0");
  const number = screen.getByRole("spinbutton", { name: "Current page" });
  await user.clear(number);
  await user.type(number, "4{Enter}");
  await screen.findByTestId("row-30");
});

test("moreRowsOnAPageKeepTheFirstOneInView", async () => {
  const { user } = await openConsole(PAGE, manyGrants(95));
  await user.click(await screen.findByRole("button", { name: "Last page" }));
  await screen.findByTestId("row-90");
  await user.click(screen.getByRole("button", { name: "Rows per page" }));
  await user.click(await screen.findByRole("menuitem", { name: /^50/ }));
  await screen.findByTestId("row-50");
  expect(users()).toHaveLength(45);
});

test("revokingTheLastRowOfAPageLeadsToThePageBefore", async () => {
  const { user } = await openConsole(PAGE, manyGrants(11));
  await user.click(await screen.findByRole("button", { name: "Next page" }));
  await screen.findByTestId("row-10");
  await user.click(screen.getByTestId("end-grant"));
  await user.click(await screen.findByTestId("confirm"));
  await screen.findByTestId("row-0");
  expect(users()).toHaveLength(10);
  expect(screen.getAllByRole("status").map(({ textContent }) => textContent)).toContain("1–10 of 10");
});

test("nodeThatDoesNotKnowPagesYetIsUnderstood", async () => {
  const all = Array.from({ length: 25 }, (_, i) => grant(String(i), `user-${i}`));
  const { user } = await openConsole(PAGE, (call) => {
    if (isList(call)) {
      return { body: all };
    }
    return call.path.endsWith(`/${timesheets.clientId}`) ? { body: timesheets, tag: '"1"' } : undefined;
  });
  await user.click(await screen.findByRole("button", { name: "Last page" }));
  await screen.findByTestId("row-24");
  expect(users()).toHaveLength(5);
});
