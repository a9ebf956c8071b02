import { screen, waitFor } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import type { Application, PublicKey } from "../src/api/application";
import { type Call, at, list, openConsole, timesheets } from "./console";

const batch: Application = {
  ...timesheets,
  clientId: "night-batch",
  name: "Night batch",
  type: "machine-to-machine",
  publicKeys: [],
};
const key: PublicKey = {
  kid: "Yq3mE0k2vJ8b7c6tH1xw5n9sKfGdRzPpLuAaQeWiOjM",
  fingerprint: "SHA256:6B:1F:C2",
  addedBy: "avery",
  addedAt: "2026-03-01T09:30:00.123Z",
  subject: "b0b00000000000000000000000000b0b",
  user: "bob",
  pem: "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----\n",
};
const PAGE = "#/acme/oauth2-applications/night-batch/credentials";

const with_ = (application: Application, more: (call: Call) => { status?: number; body?: unknown } | undefined) => (call: Call) => {
  if (at(call, "GET", "/oauth2-applications")) {
    return list(application);
  }
  return more(call) ?? (at(call, "GET", `/${application.clientId}`) ? { body: application, tag: '"1"' } : undefined);
};

test("privateKeyIsNotSent", async () => {
  const { user, calls } = await openConsole(PAGE, with_(batch, () => undefined));
  await user.click(await screen.findByTestId("add-key"));
  await user.click(await screen.findByTestId("pem"));
  await user.paste("-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----");
  expect((await screen.findByTestId("new-key")).textContent).toContain("This is a private key. It was not sent.");
  expect((screen.getByTestId("confirm") as HTMLButtonElement).disabled).toBe(true);
  expect(calls.some(({ method }) => method === "POST")).toBe(false);
});

test("droppedPublicKeyIsAdded", async () => {
  const { user, calls } = await openConsole(
    PAGE,
    with_(batch, (call) => (at(call, "POST", "/public-keys") ? { status: 201, body: key } : undefined)),
    ["view-clients", "manage-clients"],
  );
  await user.click(await screen.findByTestId("add-key"));
  await user.upload(await screen.findByTestId("pem-drop-file"), new File([key.pem], "key.pem"));
  await waitFor(() => expect((screen.getByTestId("pem") as HTMLTextAreaElement).value).toContain("PUBLIC KEY"));
  await user.click(screen.getByTestId("confirm"));
  await screen.findByTestId("notice");
  expect(JSON.parse(calls.find(({ method }) => method === "POST")?.body ?? "")).toEqual({ pem: key.pem });
});

test("droppedFileOfBytesIsExplainedAndNotShown", async () => {
  const { user } = await openConsole(PAGE, with_(batch, () => undefined));
  await user.click(await screen.findByTestId("add-key"));
  await user.upload(await screen.findByTestId("pem-drop-file"), new File([new Uint8Array([48, 130, 3, 0, 255])], "key.cer"));
  await waitFor(() => expect(screen.getByTestId("key-refused").textContent).toContain("openssl x509"));
  expect((screen.getByTestId("pem") as HTMLTextAreaElement).value).toBe("");
});

test("refusedKeyIsExplainedWhereItWasEntered", async () => {
  const refused = { status: 409, body: { error: "conflict", errorMessage: "The application already has this key." } };
  const { user } = await openConsole(PAGE, with_(batch, (call) => (call.method === "POST" ? refused : undefined)));
  await user.click(await screen.findByTestId("add-key"));
  await user.click(await screen.findByTestId("pem"));
  await user.paste(key.pem);
  await user.click(screen.getByTestId("confirm"));
  await waitFor(() => expect(screen.getByTestId("key-refused").textContent).toContain("already has this key"));
});

test("privateKeyOfAGeneratedPairIsHandedOutOnce", async () => {
  const saved: Blob[] = [];
  URL.createObjectURL = vi.fn((blob: Blob) => {
    saved.push(blob);
    return "blob:1";
  });
  URL.revokeObjectURL = vi.fn();
  const { user, calls } = await openConsole(
    PAGE,
    with_(batch, (call) => (at(call, "POST", "/key-pairs") ? { status: 201, body: { ...key, privateKey: "PRIVATE" } } : undefined)),
  );
  await user.click(await screen.findByTestId("generate-key"));
  await user.type(await screen.findByTestId("key-owner"), "bob");
  await user.click(screen.getByTestId("confirm"));
  await screen.findByTestId("new-pair");
  expect((screen.getByTestId("secret-done") as HTMLButtonElement).disabled).toBe(true);
  expect(screen.getByTestId("generate-key").getAttribute("aria-disabled")).toBe("true");
  await user.click(screen.getByTestId("tab-settings"));
  expect((await screen.findByTestId("leave")).textContent).toContain("you have not downloaded it");
  await user.click(screen.getByTestId("cancel"));
  await user.click(screen.getByTestId("download-private-key"));
  expect(await saved[0]?.text()).toBe("PRIVATE");
  await user.click(screen.getByTestId("secret-done"));
  expect(screen.queryByTestId("new-pair")).toBeNull();
  expect(JSON.parse(calls.find(({ method }) => method === "POST")?.body ?? "")).toEqual({ user: "bob" });
});

test("fiveSecretsAreEnough", async () => {
  const secrets = Array.from({ length: 5 }, (_nothing, index) => ({
    id: `0b54c1de-7c5b-4a61-9d53-2a9f0c1b7e1${index}`,
    createdAt: "2026-03-01T09:30:00.123Z",
    lastUsedAt: null,
  }));
  await openConsole(PAGE, with_({ ...batch, secrets }, () => undefined));
  const add = await screen.findByTestId("add-secret");
  expect(add.getAttribute("aria-disabled")).toBe("true");
  expect(screen.getByTestId("secrets").textContent).toContain("An application can have up to 5 client secrets");
});

test("privateKeyStaysWhereTheRestCannotBeLoadedAgain", async () => {
  let working = true;
  const { user } = await openConsole(
    PAGE,
    with_(batch, (call) => {
      if (at(call, "POST", "/key-pairs")) {
        working = false;
        return { status: 201, body: { ...key, privateKey: "PRIVATE" } };
      }
      return working ? undefined : { status: 502 };
    }),
  );
  await user.click(await screen.findByTestId("generate-key"));
  await user.click(await screen.findByTestId("confirm"));
  expect((await screen.findByTestId("failure")).textContent).toContain("may be out of date");
  expect(screen.getByTestId("download-private-key")).toBeTruthy();
});

test("secretIsOfferedInItsOwnRealmOnly", async () => {
  const { user, go } = await openConsole(
    PAGE,
    with_({ ...batch, publicKeys: [key] }, (call) =>
      at(call, "POST", "/secrets")
        ? { status: 201, body: { id: "0b54c1de-7c5b-4a61-9d53-2a9f0c1b7e11", createdAt: key.addedAt, clientSecret: "SECRET" } }
        : undefined,
    ),
  );
  await user.click(await screen.findByTestId("add-secret"));
  await user.click(await screen.findByTestId("secret-saved"));
  go(PAGE.replace("acme", "globex"));
  await waitFor(() => expect(screen.getByTestId("page-title").textContent).toBe("Night batch"));
  expect(screen.queryByTestId("client-secret")).toBeNull();
  go(PAGE);
  await screen.findByTestId("add-secret");
  expect(screen.queryByTestId("client-secret")).toBeNull();
});
