/** A login service as small as one can be: takes a name for a password, sends the browser on, fetches the token. */

import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';

import { decodeJwt } from 'jose';

import type { InProcess } from '../support/in-process.js';
import { answered, type LoginService } from '../support/login-service.js';
import { closed, freePort } from '../support/loopback.js';

export interface LittleLogin {
  /** Another site than Assay's, for browsers. */
  readonly url: string;
  readonly assay: LoginService;
  /** Of everybody who signs in from here on. */
  companyId: string;
  close(): Promise<void>;
}

/** The browser's own cookie holds the nonce: whoever comes back with it is who left (OWASP, login CSRF). */
export async function startLittleLogin(
  { newClient }: Pick<InProcess, 'newClient'>,
  companyId: string,
): Promise<LittleLogin> {
  const port = await freePort();
  const url = `http://localhost:${String(port)}`;
  const returnUrl = `${url}/back`;
  const assay = await newClient(['challenges'], undefined, [returnUrl]);
  const login = { url, assay, companyId, close: () => closed(server) };
  const server = createServer((req, res) => {
    const { pathname, searchParams } = new URL(req.url ?? '/', url);
    const page = (words: string) => res.end(`<!doctype html><title>Login</title>${words}`);
    res.setHeader('Content-Type', 'text/html; charset=utf-8');
    res.setHeader('Connection', 'close');
    const act = async () => {
      if (pathname === '/login') {
        const sent = await start(login, req, returnUrl);
        const cookie = `nonce=${sent.nonce}; HttpOnly; SameSite=Lax`;
        res.writeHead(303, { Location: sent.to, 'Set-Cookie': cookie }).end();
      } else if (pathname === '/back') page(`<h1>${await welcome(assay, req, searchParams)}</h1>`);
      else if (pathname === '/') page(FORM);
      else res.writeHead(204).end();
    };
    act().catch((error: unknown) => page(`<h1>failed: ${String(error)}</h1>`));
  });
  await new Promise<void>((resolve) => server.listen(port, 'localhost', resolve));
  return login;
}

const FORM =
  '<form method="post" action="/login"><label>Name <input name="user"></label><button>Sign in</button></form>';

async function start(
  { assay, companyId }: LittleLogin,
  req: IncomingMessage,
  returnUrl: string,
): Promise<{ to: string; nonce: string }> {
  const user = new URLSearchParams(await text(req)).get('user') ?? '';
  const nonce = randomBytes(24).toString('base64url');
  const { body } = await answered(() => assay.start(companyId, user, { nonce, returnUrl }));
  return { to: String(body['url']), nonce };
}

async function welcome(
  assay: LoginService,
  req: IncomingMessage,
  back: URLSearchParams,
): Promise<string> {
  const [, nonce] = /nonce=([\w-]+)/.exec(req.headers.cookie ?? '') ?? [];
  const returnCode = back.get('returnCode');
  if (returnCode === null) return 'Not signed in';
  const redeemed = await answered(() =>
    assay.post(back.get('challengeId'), 'redeem', { nonce, returnCode }),
  );
  const { token, code } = redeemed.body;
  return typeof token === 'string' ? `Welcome ${String(decodeJwt(token).sub)}` : String(code);
}
