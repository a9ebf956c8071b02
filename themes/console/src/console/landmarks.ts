/** The two elements of the stock console that this page holds on to. */
export const CLIENTS_ENTRY = "nav-item-clients";
export const CONTENT = "kc-main-content-page-container";

export const clientsEntry = () => document.getElementById(CLIENTS_ENTRY) as HTMLAnchorElement | null;
export const content = () => document.getElementById(CONTENT);

/**
 * Waits for both. The console shows them only when its own login is done: a second login before that one ends in a loop
 * of redirects.
 */
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
