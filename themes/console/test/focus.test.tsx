import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { at, openConsole, timesheets } from "./console";

const CREDENTIALS = `#/acme/oauth2-applications/${timesheets.clientId}/credentials`;

test("headingTakesTheFocusOfWhatIsGone", async () => {
  const { user } = await openConsole(CREDENTIALS, (call) => {
    if (at(call, "POST", "/secrets")) {
      return { status: 201, body: { id: "1", clientSecret: "Zk3vB8nQ1rT6yW0pXcJ4mHs9aLdFgUeOiKxVbNtRzM2", createdAt: timesheets.createdAt } };
    }
    return at(call, "GET", timesheets.clientId) ? { body: timesheets, tag: '"1"' } : undefined;
  });
  await user.click(await screen.findByTestId("add-secret"));
  await waitFor(() => expect(document.activeElement?.textContent).toContain("Save the client secret now"));
  await user.click(screen.getByTestId("secret-saved"));
  await user.click(screen.getByTestId("secret-done"));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId("page-title")));
});
