import type { Environment } from "./environment";

/** The two elements of the stock console that this page holds on to. */
export const CLIENTS_ENTRY = "nav-item-clients";
export const CONTENT = "kc-main-content-page-container";

export const clientsEntry = () => document.getElementById(CLIENTS_ENTRY) as HTMLAnchorElement | null;
export const content = () => document.getElementById(CONTENT);

/** The realm that the console shows. */
export function shownRealm(): string | undefined {
  const realm = clientsEntry()?.getAttribute("href")?.match(/#\/([^/]+)\//)?.[1];
  return realm && decodeURIComponent(realm);
}

/**
 * Waits for the answer to the console's own request for a token, or for the landmarks, whatever is sooner. A login of
 * ours at the same time would meet that one in the server's session.
 */
export function consoleLoggedIn({ authServerUrl, realm }: Environment): Promise<void> {
  const endpoint = `${authServerUrl}/realms/${encodeURIComponent(realm)}/protocol/openid-connect/token`;
  const answered = new Promise<void>((resolve) => {
    const observer = new PerformanceObserver((list) => {
      const requests = list.getEntries() as PerformanceResourceTiming[];
      if (requests.some(({ name, responseStatus = 200 }) => name === endpoint && responseStatus === 200)) {
        observer.disconnect();
        resolve();
      }
    });
    observer.observe({ type: "resource", buffered: true });
  });
  return Promise.race([answered, consoleShown()]);
}

/** Waits for both landmarks. The console shows them only when its own login is done. */
export function consoleShown(): Promise<void> {
  return new Promise((resolve) => {
    const shown = () => clientsEntry() !== null && content() !== null;
    if (shown()) {
      resolve();
      return;
    }
    const observer = new MutationObserver(() => {
      if (shown()) {
        observer.disconnect();
        resolve();
      }
    });
    observer.observe(document.body, { childList: true, subtree: true });
  });
}
