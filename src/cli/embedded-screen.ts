/** The one screen that an embedded service shows: what runs, what to open, what to paste. */

import type { Config } from '../config/config.js';
import { PACKAGE_ROOT } from '../config/load.js';

export interface Screen {
  readonly config: Config;
  readonly demo: {
    readonly clientId: string;
    readonly credential: string;
    readonly noticeVersion: string;
    readonly administrator: string;
  };
  /** Of the demo's login service; null where it does not run. */
  readonly loginUrl: string | null;
  readonly port: number;
  readonly internalPort: number | null;
}

/** Control characters never reach the terminal: names in texts come from callers. */
export function smsLine({ to, body }: { readonly to: string; readonly body: string }): string {
  return `SMS to ${to}: ${body.replace(/\p{C}/gu, ' ')}`;
}

/** The lines work pasted as they stand, in the checkout's folder; each run enrols somebody new. */
export function embeddedScreen({ config, demo, loginUrl, port, internalPort }: Screen): string {
  const { host } = config.listen;
  const at = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  const base = `http://${at.includes(':') ? `[${at}]` : at}:${port}`;
  return `
Assay is running, all in this process. Data: ${config.dataDir}   Stop: Ctrl-C
${loginUrl === null ? '' : openThis(loginUrl, demo.administrator)}
  API      ${base}/v1          docs  ${config.listen.docs ? `${base}/docs` : 'off'}
  SMS      ${base}/dev/outbox  (none is really sent; each also appears below)
  Probes   http://${at}:${internalPort ?? ''}/health/ready and /metrics

Client ${demo.clientId} of company "demo" (second factor required). In another terminal, in
${PACKAGE_ROOT}, paste this first sign-in as it stands:

A=${base} N=$(date +%s | tail -c 4)
H='Authorization: Bearer ${demo.credential}' J='Content-Type: application/json'
R=$(curl -sS $A/v1/challenges -H "$H" -H "$J" -d '{"companyId":"demo","userId":"alice-'$N'"}'); echo $R
ID=$(echo $R | sed 's/.*"id":"\\([^"]*\\)".*/\\1/')
curl -sS $A/v1/challenges/$ID/enrolment -H "$H" -H "$J" -d '{"phoneNumber":"+447700900'$N'","noticeVersion":"${demo.noticeVersion}","locale":"en"}'; echo
CODE=$(curl -sS $A/dev/outbox.json | sed 's/^{"items":\\[{[^}]*"body":"\\([0-9]*\\).*/\\1/')
R=$(curl -sS $A/v1/challenges/$ID/verify -H "$H" -H "$J" -d '{"code":"'$CODE'"}'); echo $R
T=$(echo $R | sed 's/.*"token":"\\([^"]*\\)".*/\\1/')

Check the token as your login service would, against ${base}/.well-known/jwks.json:

curl -sS $A/.well-known/jwks.json | node -e "const t=process.argv[1],jwt=require('jsonwebtoken'),{keys}=JSON.parse(require('fs').readFileSync(0)),jwk=keys.find(k=>k.kid===jwt.decode(t,{complete:true}).header.kid);console.log(jwt.verify(t,require('crypto').createPublicKey({key:jwk,format:'jwk'}),{algorithms:['ES256'],audience:'${demo.clientId}',issuer:'${config.token.issuer}'}))" $T
`;
}

function openThis(loginUrl: string, administrator: string): string {
  return `
  Open     ${loginUrl}  a jeweller's sign-in, with Assay behind it: any name, any password.
           Sign in as "${administrator}" for the administrator's console.
`;
}
