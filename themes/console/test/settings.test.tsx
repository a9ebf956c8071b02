import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { expect, test } from "vitest";
import type { Application } from "../src/api/application";
import { LoginEnded } from "../src/session/login";
import { type Call, at, list, openConsole, timesheets } from "./console";

const PAGE = `#/acme/oauth2-applications/${timesheets.clientId}`;

/** A server with one application; every change of it, and every login with it, is another tag. */
function oneApplication() {
  const state = { application: timesheets as Application, tag: 1 };
  const answer = (call: Call) => {
    if (at(call, "PATCH", timesheets.clientId)) {
      if (call.headers.get("If-Match") !== `"${state.tag}"`) {
        return { status: 412, body: { error: "conflict", errorMessage: "Read it again." } };
      }
      state.tag++;
      state.application = { ...state.application, ...(JSON.parse(call.body) as Partial<Application>) };
    }
    return call.path.endsWith(`/${timesheets.clientId}`) ? { body: state.application, tag: `"${state.tag}"` } : undefined;
  };
  return { state, answer };
}

const patches = (calls: Call[]) =>
  calls.filter(({ method }) => method === "PATCH").map(({ body }) => JSON.parse(body) as unknown);

const explanation = (field: HTMLElement) =>
  (field.getAttribute("aria-describedby") ?? "")
    .split(" ")
    .map((id) => document.getElementById(id)?.textContent)
    .join(" ");

/** Nothing is sent, and the focus is where the mistake is. */
async function refusedAt(user: UserEvent, calls: Call[], field: HTMLElement) {
  await user.click(screen.getByTestId("save"));
  expect(document.activeElement).toBe(field);
  expect(screen.getByTestId("unsaved").textContent).toBe("Correct the fields marked above.");
  expect(patches(calls)).toEqual([]);
}

test("onlyWhatWasChangedIsSaved", async () => {
  const { answer } = oneApplication();
  const { user, calls } = await openConsole(PAGE, answer);
  await user.clear(await screen.findByTestId("description"));
  await user.click(screen.getByTestId("rotateRefreshTokens"));
  await user.selectOptions(screen.getByTestId("inactiveExpirationSeconds"), "week");
  await user.click(screen.getByTestId("save"));
  await screen.findByTestId("notice");
  expect(patches(calls)).toEqual([{ description: null, rotateRefreshTokens: true, inactiveExpirationSeconds: 604800 }]);
  expect(calls.find(({ method }) => method === "PATCH")?.headers.get("Content-Type")).toBe("application/merge-patch+json");
  expect(screen.getByTestId("save").getAttribute("aria-disabled")).toBe("true");
});

test("revertGoesBackToWhatWasRead", async () => {
  const { user } = await openConsole(PAGE, oneApplication().answer);
  await user.type(await screen.findByTestId("name"), "!");
  await user.selectOptions(screen.getByTestId("absoluteExpirationSeconds"), "custom");
  await user.click(screen.getByTestId("revert"));
  expect((screen.getByTestId("name") as HTMLInputElement).value).toBe("Timesheets");
  expect((screen.getByTestId("absoluteExpirationSeconds") as HTMLSelectElement).value).toBe("month");
  expect(screen.getByTestId("unsaved").textContent).toBe("");
});

test("graceTimeIsThereWhileRefreshTokensAreRotated", async () => {
  const { user, calls } = await openConsole(PAGE, oneApplication().answer);
  const rotation = await screen.findByTestId("rotateRefreshTokens");
  const grace = screen.getByTestId("refreshGraceSeconds") as HTMLInputElement;
  expect(grace.disabled).toBe(true);
  expect(explanation(grace)).toBe("Used only when refresh tokens are rotated.");
  await user.click(rotation);
  await user.type(grace, "9");
  expect(explanation(grace)).toContain("from 0 to 60");
  await user.click(rotation);
  expect(grace.value).toBe("30");
  expect(screen.getByTestId("save").getAttribute("aria-disabled")).toBe("true");
  await user.click(rotation);
  await user.clear(grace);
  await user.type(grace, "5");
  await user.click(screen.getByTestId("save"));
  await screen.findByTestId("notice");
  expect(patches(calls)).toEqual([{ rotateRefreshTokens: true, refreshGraceSeconds: 5 }]);
});

test("expirationsMayHaveAValueOfOnesOwn", async () => {
  const { user, calls } = await openConsole(PAGE, oneApplication().answer);
  await user.selectOptions(await screen.findByTestId("absoluteExpirationSeconds"), "custom");
  await user.clear(screen.getByTestId("absoluteExpirationSeconds-amount"));
  await refusedAt(user, calls, screen.getByTestId("absoluteExpirationSeconds-amount"));
  await user.type(screen.getByTestId("absoluteExpirationSeconds-amount"), "90");
  await user.selectOptions(screen.getByTestId("absoluteExpirationSeconds-unit"), "minutes");
  await user.click(screen.getByTestId("save"));
  await screen.findByTestId("notice");
  expect(patches(calls)).toEqual([{ absoluteExpirationSeconds: 5400 }]);
});

test("inactiveExpirationIsNotLongerThanTheAbsoluteOne", async () => {
  const { user, calls } = await openConsole(PAGE, oneApplication().answer);
  await user.selectOptions(await screen.findByTestId("inactiveExpirationSeconds"), "quarter");
  expect(screen.getByTestId("settings").textContent).toContain("must not be longer than the absolute expiration");
  await refusedAt(user, calls, screen.getByTestId("inactiveExpirationSeconds"));
});

test("redirectUrlsAreCheckedWhileTheyAreTyped", async () => {
  const { user, calls } = await openConsole(PAGE, oneApplication().answer);
  await user.clear(await screen.findByTestId("redirect-url"));
  await user.type(screen.getByTestId("redirect-url"), "http://example.com/*");
  expect(screen.getByTestId("redirect-problem").textContent).toContain("Wildcards are not allowed");
  await user.clear(screen.getByTestId("redirect-url"));
  await user.type(screen.getByTestId("redirect-url"), "http://example.com/");
  expect(screen.getByTestId("redirect-problem").textContent).toContain("Use https");
  await refusedAt(user, calls, screen.getByTestId("redirect-url"));
});

test("firstWrongFieldTakesTheFocusAndSaysWhatIsWrong", async () => {
  const { user, calls } = await openConsole(PAGE, oneApplication().answer);
  await user.clear(await screen.findByTestId("name"));
  await user.type(screen.getByTestId("privacyPolicyUrl"), "http://example.com/");
  await refusedAt(user, calls, screen.getByTestId("name"));
  expect(explanation(screen.getByTestId("name"))).toContain("Enter a name.");
  await user.type(screen.getByTestId("name"), "Timesheets 2");
  await refusedAt(user, calls, screen.getByTestId("privacyPolicyUrl"));
});

test("emptiedRedirectUrlIsMarkedInItsRowAndNotDropped", async () => {
  const { user, calls } = await openConsole(PAGE, oneApplication().answer);
  await user.click(await screen.findByTestId("add-url"));
  expect(screen.getAllByTestId("redirect-problem")[1]?.textContent).toBe("");
  const [first] = screen.getAllByTestId("redirect-url") as [HTMLElement];
  await user.clear(first);
  expect(screen.getAllByTestId("redirect-problem").map(({ textContent }) => textContent)).toEqual([
    "Enter a URL, or remove this row.",
    "",
  ]);
  await refusedAt(user, calls, first);
  expect(explanation(first)).toContain("Enter a URL");
  await user.click(screen.getAllByTestId("remove-url")[0] as HTMLElement);
  expect(document.activeElement).toBe(screen.getByTestId("add-url"));
  await refusedAt(user, calls, screen.getByTestId("redirect-url"));
  await user.type(screen.getByTestId("redirect-url"), "https://timesheets.example.com/new");
  await user.click(screen.getByTestId("save"));
  await screen.findByTestId("notice");
  expect(patches(calls)).toEqual([{ redirectUrls: ["https://timesheets.example.com/new"] }]);
});

test("lastRedirectUrlIsNotTakenAway", async () => {
  const { user, calls } = await openConsole(PAGE, oneApplication().answer);
  await user.click(await screen.findByTestId("remove-url"));
  expect(screen.getByTestId("no-redirect-urls").textContent).toContain("No redirect URL is left");
  await refusedAt(user, calls, screen.getByTestId("add-url"));
});

test("loginsInTheMeantimeAreNoConflict", async () => {
  const { state, answer } = oneApplication();
  const { user, calls } = await openConsole(PAGE, answer);
  await user.type(await screen.findByTestId("name"), "!");
  state.application = { ...state.application, activeGrants: 3 };
  state.tag++;
  await user.click(screen.getByTestId("save"));
  await screen.findByTestId("notice");
  expect(patches(calls)).toEqual([{ name: "Timesheets!" }, { name: "Timesheets!" }]);
  expect(state.application.name).toBe("Timesheets!");
});

test("anotherAdministratorsChangeIsShownAndCanBeKept", async () => {
  const { state, answer } = oneApplication();
  const { user, calls } = await openConsole(PAGE, answer);
  await user.type(await screen.findByTestId("name"), "!");
  state.application = { ...state.application, developerName: "Somebody else" };
  state.tag++;
  await user.click(screen.getByTestId("save"));
  expect((await screen.findByTestId("conflict")).textContent).toContain("Developer name: Somebody else");
  expect(state.application.name).toBe("Timesheets");
  await user.click(screen.getByTestId("keep-mine"));
  expect(document.activeElement).toBe(screen.getByTestId("save"));
  await user.keyboard("{Enter}");
  await screen.findByTestId("notice");
  expect(patches(calls).at(-1)).toEqual({ name: "Timesheets!" });
  expect(state.application).toMatchObject({ name: "Timesheets!", developerName: "Somebody else" });
});

test("mineCanBeDiscardedForTheirs", async () => {
  const { state, answer } = oneApplication();
  const { user } = await openConsole(PAGE, answer);
  await user.type(await screen.findByTestId("description"), "!");
  state.application = { ...state.application, description: "Theirs" };
  state.tag++;
  await user.click(screen.getByTestId("save"));
  await user.click(await screen.findByTestId("take-theirs"));
  expect((screen.getByTestId("description") as HTMLInputElement).value).toBe("Theirs");
});

test("refusalOfTheServerIsTold", async () => {
  const { user } = await openConsole(PAGE, (call) =>
    call.method === "PATCH"
      ? { status: 400, body: { error: "invalid_request", errorMessage: "name is refused." } }
      : oneApplication().answer(call),
  );
  await user.type(await screen.findByTestId("name"), "!");
  await user.click(screen.getByTestId("save"));
  expect((await screen.findByTestId("failure")).textContent).toContain("name is refused.");
});

test("whoHasAPermissionForThisApplicationMayChangeIt", async () => {
  const { answer } = oneApplication();
  const { user, calls } = await openConsole(
    PAGE,
    (call) => (call.path.endsWith(`/clients?clientId=${timesheets.clientId}`) ? { body: [{ access: { manage: true } }] } : answer(call)),
    ["query-clients"],
  );
  await user.type(await screen.findByTestId("name"), "!");
  await user.click(screen.getByTestId("save"));
  await screen.findByTestId("notice");
  expect(patches(calls)).toEqual([{ name: "Timesheets!" }]);
  expect(screen.queryByTestId("read-only")).toBeNull();
  expect((screen.getByTestId("delete-application") as HTMLButtonElement).disabled).toBe(false);
});

test("whoMayOnlyLookChangesNothing", async () => {
  await openConsole(PAGE, oneApplication().answer, ["view-clients"]);
  await screen.findByTestId("read-only");
  expect((screen.getByTestId("name") as HTMLInputElement).disabled).toBe(true);
  expect((screen.getByTestId("delete-application") as HTMLButtonElement).disabled).toBe(true);
  expect(screen.queryByTestId("save")).toBeNull();
});

test("noTextSaysThatUsersSeeAnApplicationThatRunsWithoutThem", async () => {
  const { state, answer } = oneApplication();
  state.application = { ...timesheets, type: "machine-to-machine" };
  await openConsole(PAGE, (call) => (at(call, "GET", "/oauth2-applications") ? list(state.application) : answer(call)));
  const words = (await screen.findByTestId("settings")).textContent;
  expect(words).toContain("Only administrators see this, on this page.");
  expect(words).not.toMatch(/shown to users|users see|asks for access/i);
});

test("addressWithoutAnApplicationLeadsToTheList", async () => {
  await openConsole("#/acme/oauth2-applications/plain-oidc/credentials", (call) =>
    call.path.endsWith("/plain-oidc") ? { status: 404, body: { error: "not_found", errorMessage: "No application." } } : undefined,
  );
  const page = await screen.findByTestId("load-failed");
  expect(page.textContent).toContain("There is no such application");
  expect(page.textContent).toContain("client ID plain-oidc");
  expect(screen.getByTestId("to-list").getAttribute("href")).toBe("#/acme/oauth2-applications");
  expect(screen.queryByTestId("tab-settings")).toBeNull();
  expect(screen.queryByTestId("delete-application")).toBeNull();
});

test("applicationThatWasReadAnewIsShownUnlessSomethingWasChanged", async () => {
  const { state, answer } = oneApplication();
  const { user, calls } = await openConsole(PAGE, answer);
  const name = (await screen.findByTestId("name")) as HTMLInputElement;
  state.application = { ...state.application, name: "Hours" };
  state.tag++;
  fireEvent.focus(window);
  await waitFor(() => expect(name.value).toBe("Hours"));
  await user.type(name, "!");
  state.application = { ...state.application, name: "Days" };
  state.tag++;
  const before = calls.length;
  fireEvent.focus(window);
  await waitFor(() => expect(calls.length).toBeGreaterThan(before));
  expect(name.value).toBe("Hours!");
  await user.click(screen.getByTestId("save"));
  expect((await screen.findByTestId("conflict")).textContent).toContain("Name: Days");
});

test("whoseLoginHasEndedLogsInElsewhereAndLosesNothing", async () => {
  let ended = false;
  const login = { refused: () => undefined, token: () => (ended ? Promise.reject(new LoginEnded()) : Promise.resolve("token")) };
  const { user } = await openConsole(PAGE, oneApplication().answer, undefined, login);
  const name = (await screen.findByTestId("name")) as HTMLInputElement;
  await user.type(name, "!");
  ended = true;
  await user.click(screen.getByTestId("save"));
  expect((await screen.findByTestId("failure")).textContent).toContain("in another tab");
  expect(screen.getByTestId("log-in-elsewhere").getAttribute("target")).toBe("_blank");
  ended = false;
  await user.click(screen.getByTestId("save"));
  await screen.findByTestId("notice");
  expect(name.value).toBe("Timesheets!");
});

test.each([['W/"1"', "nginx"], ['"1-gzip"', "Apache"]])("tagThatAProxyHasChangedIsStillATag %s", async (tag) => {
  const { answer } = oneApplication();
  const { user, calls } = await openConsole(PAGE, (call) => {
    const said = answer(call);
    return said && call.method === "GET" ? { ...said, tag } : said;
  });
  await user.type(await screen.findByTestId("name"), "!");
  await user.click(screen.getByTestId("save"));
  await screen.findByTestId("notice");
  expect(calls.find(({ method }) => method === "PATCH")?.headers.get("If-Match")).toBe('"1"');
});

test("withoutTagsNothingIsWrittenOver", async () => {
  const { state, answer } = oneApplication();
  const { user, calls } = await openConsole(PAGE, (call) => {
    const { tag: _, ...said } = { ...answer(call) } as { tag?: string; body?: unknown };
    return call.path.endsWith(`/${timesheets.clientId}`) ? said : undefined;
  });
  await user.type(await screen.findByTestId("name"), "!");
  state.application = { ...state.application, name: "Theirs" };
  await user.click(screen.getByTestId("save"));
  await screen.findByTestId("conflict");
  expect(patches(calls)).toEqual([]);
});

test("twoConflictsInOneSaveAreTold", async () => {
  const { user } = await openConsole(PAGE, (call) =>
    call.method === "PATCH" ? { status: 412, body: { error: "conflict", errorMessage: "" } } : oneApplication().answer(call),
  );
  await user.type(await screen.findByTestId("name"), "!");
  await user.click(screen.getByTestId("save"));
  expect((await screen.findByTestId("failure")).textContent).toContain("Somebody else has changed it");
});

test("whatIsTypedWhileSavingStays", async () => {
  let answerNow: () => void = () => undefined;
  const { answer } = oneApplication();
  const { user, calls } = await openConsole(PAGE, async (call) => {
    if (call.method === "PATCH") {
      await new Promise<void>((resolve) => (answerNow = resolve));
    }
    return answer(call);
  });
  await user.type(await screen.findByTestId("name"), "!");
  await user.click(screen.getByTestId("save"));
  await user.type(screen.getByTestId("developerName"), "Acme");
  act(() => answerNow());
  await screen.findByTestId("notice");
  expect((screen.getByTestId("developerName") as HTMLInputElement).value).toBe("Example LtdAcme");
  expect(screen.getByTestId("unsaved").textContent).toBe("1 unsaved change");
  await user.click(screen.getByTestId("save"));
  await waitFor(() => expect(patches(calls)).toHaveLength(2));
  expect(patches(calls)[1]).toEqual({ developerName: "Example LtdAcme" });
});
