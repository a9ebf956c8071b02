import { SignJWT, importPKCS8 } from 'jose';

/** A JWT library: what is signed with it is exchanged with fetch. */
export default async function ({ jwtExchangeUrl, clientId, clientSecret, passed }) {
  const { PRIVATE_KEY: privateKey, SUBJECT: subject, CUSTOMER_ID: customerId } = process.env;
  const jwt = await new SignJWT()
    .setProtectedHeader({ alg: 'RS256' })
    .setIssuer(customerId)
    .setSubject(subject)
    .setIssuedAt()
    .setExpirationTime('3 minutes')
    .setJti(crypto.randomUUID())
    .sign(await importPKCS8(privateKey, 'RS256'));
  const response = await fetch(jwtExchangeUrl, {
    method: 'POST',
    body: new URLSearchParams({ client_id: clientId, client_secret: clientSecret, jwt_token: jwt }),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(JSON.stringify(answer));
  passed('JWT exchange', answer.wid === subject);
}
