/** What the server writes into the console's page. */
export type Environment = {
  serverBaseUrl: string;
  adminBaseUrl: string;
  authServerUrl: string;
  realm: string;
  clientId: string;
};

export function readEnvironment(page: Document): Environment {
  const element = page.getElementById("environment");
  return JSON.parse(element?.textContent ?? "{}") as Environment;
}
