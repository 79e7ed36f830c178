/**
 * A login service with Assay behind its password: the reference for integrators. It uses the public API alone,
 * through `assay/client`. Left out is its own first factor: any password is right.
 */

import { randomBytes } from 'node:crypto';
import express from 'express';
import { createAssayClient, verifyToken } from 'assay/client';

import { message, signedInPage, signInPage } from './pages.mjs';

const { ASSAY_URL, ASSAY_CREDENTIAL, ASSAY_CLIENT_ID, ASSAY_COMPANY, ADMINISTRATOR } = process.env;
const { PORT = '0', SECURE_COOKIES } = process.env;
/** Never taken from a request: a `Host` header is anybody's. Registered with Assay as `<OWN_URL>/callback`. */
let ownUrl = process.env.OWN_URL;

const assay = createAssayClient({ baseUrl: ASSAY_URL, credential: ASSAY_CREDENTIAL });
const jwksUri = `${ASSAY_URL}/.well-known/jwks.json`;
/** Of one process; a login service with several keeps them in a store of its own. */
const sessions = new Map();

const app = express()
  .disable('x-powered-by')
  .use(express.urlencoded({ extended: false }))
  .use((req, res, next) => {
    if (req.method !== 'POST' || isOurs(req)) next();
    else res.status(403).send(message('That form was not ours.'));
  });

app.get('/', (req, res) => {
  const { signedIn } = sessionOf(req);
  const roles = signedIn?.userId === ADMINISTRATOR ? ['employee', 'admin'] : ['employee'];
  res.send(signedIn ? signedInPage({ ...signedIn, roles }) : signInPage(ADMINISTRATOR));
});

app.post('/sign-in', async (req, res) => {
  const userId = nameOf(req.body);
  if (!userId) return res.status(422).send(message('Enter a plain name, and a password.'));
  // A reload or a second click of this browser's sign-in keeps its nonce: no second SMS.
  const former = sessionOf(req).pending;
  const nonce = former?.userId === userId ? former.nonce : secret();
  const pending = { userId, nonce, state: secret(), canSkip: false };
  newSession(req, res, { pending });

  const answer = await assay.startChallenge({
    ...{ companyId: ASSAY_COMPANY, userId, nonce, state: pending.state },
    returnUrl: `${ownUrl}/callback`,
    context: { ipAddress: req.socket.remoteAddress, userAgent: req.get('User-Agent') ?? 'unknown' },
  });
  return goOn(req, res, { answer, pending });
});

function goOn(req, res, { answer, pending }) {
  const { outcome, challenge } = answer;
  const without = (why) => signIn(req, res, { userId: pending.userId, token: null, why });
  if (outcome === 'not_required') return without(`not required: ${answer.reason}`);
  if (outcome !== 'pending' && outcome !== 'enrolment_required') return refuse(req, res, answer);
  pending.canSkip = challenge.enrolment?.canSkip ?? false;
  if (challenge.url) return res.redirect(303, challenge.url);
  if (pending.canSkip) return without('not enrolled yet');
  return res.status(403).send(message('Ask your administrator to let you set up your phone.'));
}

/** Where Assay's page sends the browser back to. Only the browser that began may finish. */
app.get('/callback', async (req, res) => {
  const { pending } = sessionOf(req);
  const { challengeId, state, returnCode } = req.query;
  if (!pending || state !== pending.state)
    return res.status(403).send(message('This sign-in was begun somewhere else. Start again.'));
  if (!returnCode) return res.status(403).send(message('You did not finish signing in.'));

  const { userId, nonce } = pending;
  const answer = await assay.redeem({ challengeId, nonce, returnCode });
  if (
    answer.outcome === 'refused' &&
    answer.problem.code === 'enrolment_skipped' &&
    pending.canSkip
  )
    return signIn(req, res, { userId, token: null, why: 'put off until the deadline' });
  if (answer.outcome !== 'approved') return refuse(req, res, answer);

  const token = await verifyToken(answer.token, {
    ...{ jwksUri, issuer: ASSAY_URL, audience: ASSAY_CLIENT_ID },
    ...{ nonce, challengeId, companyId: ASSAY_COMPANY, userId },
  });
  return signIn(req, res, { userId, token, why: 'second factor proven' });
});

/** My account, or the administrator's console: a link that is good once, for whoever is signed in here. */
app.post('/portal', async (req, res) => {
  const { signedIn } = sessionOf(req);
  const role = req.body.role === 'admin' ? 'admin' : 'employee';
  if (!signedIn || (role === 'admin' && signedIn.userId !== ADMINISTRATOR))
    return res.status(403).send(message('Sign in first.'));
  const { userId } = signedIn;
  const input = { companyId: ASSAY_COMPANY, userId, role };
  const answer = await assay.openPortalSession(input, `${role}:${userId}`);
  return answer.outcome === 'opened' ? res.redirect(303, answer.url) : refuse(req, res, answer);
});

app.post('/sign-out', (req, res) => signIn(req, res, undefined));

// eslint-disable-next-line max-params, no-unused-vars -- Express knows it by its arity
app.use((error, _req, res, _next) => {
  console.error(error.name);
  res.status(500).send(message('Something went wrong. Nobody was signed in.'));
});

/** Anything but an approval lets nobody in. */
function refuse(req, res, answer) {
  const isRefusal = answer.outcome === 'refused';
  // A refusal is final for this sign-in; after an outage the same nonce goes on where it was.
  if (isRefusal && sessionOf(req).pending) newSession(req, res, {});
  if (answer.retryAfterSeconds) res.set('Retry-After', String(answer.retryAfterSeconds));
  const text = isRefusal ? answer.problem.title : 'Not possible right now. Try again.';
  return res.status(isRefusal ? 403 : 503).send(message(text));
}

function signIn(req, res, signedIn) {
  newSession(req, res, { signedIn });
  res.redirect(303, '/');
}

/** A form of our own page: every browser says so in one header or the other. Neither: no browser. */
function isOurs(req) {
  const [origin, site] = [req.get('Origin'), req.get('Sec-Fetch-Site')];
  return (!origin || origin === ownUrl) && (!site || site === 'same-origin');
}

const nameOf = ({ name, password }) =>
  password && /^[a-z0-9][a-z0-9._-]{0,63}$/.exec(String(name).trim().toLowerCase())?.[0];
const secret = () => randomBytes(24).toString('base64url');
const idOf = (req) => /(?:^|; )session=([\w-]{32})(?:;|$)/.exec(req.get('Cookie') ?? '')?.[1];
const sessionOf = (req) => sessions.get(idOf(req)) ?? {};

/** A new id whenever what it stands for changes. Lax: the browser comes back from Assay with it. */
function newSession(req, res, session) {
  sessions.delete(idOf(req));
  const id = secret();
  sessions.set(id, session);
  res.cookie('session', id, { httpOnly: true, sameSite: 'lax', secure: SECURE_COOKIES === 'on' });
}

const server = app.listen(Number(PORT), '127.0.0.1', (error) => {
  if (error) throw error;
  ownUrl ??= `http://127.0.0.1:${server.address().port}`;
  console.log(JSON.stringify({ url: ownUrl }));
});
