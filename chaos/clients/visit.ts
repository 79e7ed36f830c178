/** One visit of one person: carries out the acts of an episode with the ids and codes there are by then. */

import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

import type { CallEvent } from '../history/events.js';
import type { Act, ActOf, Episode, KeyChoice } from '../plan/acts.js';
import { Random } from '../plan/random.js';
import type { Caller, Request } from './caller.js';
import { codeFor } from './choose-code.js';
import type { Memory, Town } from './town.js';

export interface VisitDeps {
  readonly caller: Caller;
  readonly town: Town;
  readonly seed: string;
  readonly noticeVersions: ReadonlyMap<string, string>;
  /** Sets a company's mode as its operator would. */
  readonly setMode: (companyId: string, mode: string, n: number) => Promise<void>;
}

type Sent = Omit<Request, 'n' | 'person' | 'companyId' | 'dice'>;

export class Visit {
  readonly #random: Random;
  readonly #memory: Memory;
  #last: { body: Record<string, unknown>; key: string | undefined } | undefined;
  #challengeId: string | undefined;
  #code: string | undefined;

  constructor(
    private readonly deps: VisitDeps,
    private readonly episode: Episode,
  ) {
    this.#random = new Random(`visit ${deps.seed} ${String(episode.n)}`);
    this.#memory = deps.town.memoryOf(episode.person);
  }

  async run(): Promise<void> {
    for (const { n, acts, thinkMs } of this.episode.steps) {
      await pause(thinkMs);
      let at = n;
      const running = acts.map((act) => {
        const done = this.#act(act, at);
        at += 'times' in act ? act.times : 1;
        return done;
      });
      await Promise.all(running);
    }
  }

  async #act(act: Act, n: number): Promise<void> {
    const { companyId } = this.#memory.person;
    const ways: { readonly [Kind in Act['kind']]: (act: ActOf<Kind>) => Promise<void> } = {
      start: (start) => this.#start(start, n),
      start_again: () => this.#startAgain(n),
      enrol: ({ number, key }) => this.#enrol(n, number, key),
      resend: (resend) => this.#resend(resend, n),
      verify: (verify) => this.#verify(verify, n),
      cancel: () => this.#onChallenge('cancel', n),
      get: () => this.#onChallenge('get', n),
      reset: ({ key }) => this.#reset(n, key),
      change_phone: () => this.#changePhone(n),
      mode: ({ mode }) => this.deps.setMode(companyId, mode, n),
      wait: ({ ms }) => pause(ms),
    };
    // The compiler does not follow that the kind picks the way and the act alike.
    await (ways[act.kind] as (act: Act) => Promise<void>)(act);
  }

  async #start({ key, nonce, times }: ActOf<'start'>, n: number): Promise<void> {
    const { companyId, userId } = this.#memory.person;
    const body = { companyId, userId, ...(nonce && { nonce: randomUUID() }) };
    const keys = this.#keys(key, times);
    this.#last = { body, key: keys[0] };
    await this.#startWith(n, body, keys);
  }

  async #startAgain(n: number): Promise<void> {
    if (this.#last) await this.#startWith(n, this.#last.body, [this.#last.key]);
  }

  async #startWith(
    n: number,
    body: Record<string, unknown>,
    keys: readonly (string | undefined)[],
  ): Promise<void> {
    const sinceMs = Date.now();
    const answers = await Promise.all(
      keys.map((key, i) => this.#send(n + i, { kind: 'start', path: '/v1/challenges', body, key })),
    );
    const opened = answers.find(({ status }) => status === 201);
    if (!opened) return;
    this.#took(opened, sinceMs);
    if (opened.answer?.status === 'enrolment_required') await this.#enrol(n, 'own', 'shared');
  }

  async #enrol(n: number, number: 'own' | 'typo', key: KeyChoice): Promise<void> {
    const { companyId } = this.#memory.person;
    const sinceMs = Date.now();
    const noticeVersion = this.deps.noticeVersions.get(companyId);
    const phoneNumber = this.deps.town.freshNumber(this.#memory);
    const id = this.#challengeId;
    if (id === undefined) return;
    const answer = await this.#send(n, {
      kind: 'enrol',
      path: `/v1/challenges/${id}/enrolment`,
      body: { phoneNumber, noticeVersion },
      ...{ key: this.#keys(key, 1)[0], challengeId: id },
    });
    if (answer.status === 201) this.#took(answer, sinceMs);
    // Whoever typed a wrong number never gets that code.
    if (number === 'typo') this.#code = undefined;
  }

  async #resend({ key, times }: ActOf<'resend'>, n: number): Promise<void> {
    const id = this.#challengeId;
    if (id === undefined) return;
    const path = `/v1/challenges/${id}/resend`;
    await Promise.all(
      this.#keys(key, times).map((one, i) =>
        this.#send(n + i, { kind: 'resend', path, body: {}, key: one, challengeId: id }),
      ),
    );
  }

  async #verify(act: ActOf<'verify'>, n: number): Promise<void> {
    const id = this.#challengeId ?? this.#memory.challenges[0];
    if (id === undefined) return;
    const nonce = this.#last?.body['nonce'];
    await Promise.all(
      this.#keys(act.key, act.times).map((key, i) => {
        // One key, one request: another code under it would be another request.
        const nth = act.key === 'shared' ? 0 : i;
        const code = codeFor(act.code, {
          ...{ right: this.#code, memory: this.#memory, town: this.deps.town },
          nth: n + nth,
        });
        const body = { code, ...(nonce !== undefined && { nonce }) };
        const path = `/v1/challenges/${id}/verify`;
        return this.#send(n + i, { kind: 'verify', path, body, key, challengeId: id });
      }),
    );
  }

  async #onChallenge(kind: 'cancel' | 'get', n: number): Promise<void> {
    const id = this.#challengeId;
    if (id === undefined) return;
    const path = `/v1/challenges/${id}${kind === 'get' ? '' : '/cancel'}`;
    await this.#send(n, { kind, path, ...(kind === 'cancel' && { body: {} }), challengeId: id });
  }

  async #reset(n: number, key: KeyChoice): Promise<void> {
    const { companyId, userId } = this.#memory.person;
    const path = `/v1/companies/${companyId}/employees/${userId}/reset`;
    const body = { reason: 'lost phone' };
    await this.#send(n, { kind: 'reset', path, body, key: this.#keys(key, 1)[0] });
  }

  /** Proves the old number, then asks for the new one; its code is verified by the next step. */
  async #changePhone(n: number): Promise<void> {
    const { companyId, userId } = this.#memory.person;
    const body = { companyId, userId, purpose: 'step_up', action: 'change_phone' };
    await this.#startWith(n, body, [randomUUID()]);
    const id = this.#challengeId;
    if (id === undefined || this.#code === undefined) return;
    const path = `/v1/challenges/${id}/verify`;
    const proven = await this.#send(n, {
      ...{ kind: 'verify', path, body: { code: this.#code }, key: randomUUID(), challengeId: id },
    });
    const token = proven.answer?.rawToken;
    if (token === undefined) return;
    const sinceMs = Date.now();
    const changed = await this.#send(n, {
      kind: 'change_phone',
      path: `/v1/companies/${companyId}/employees/${userId}/phone`,
      body: {
        phoneNumber: this.deps.town.freshNumber(this.#memory),
        noticeVersion: this.deps.noticeVersions.get(companyId),
      },
      headers: { 'assay-step-up': token },
      key: randomUUID(),
    });
    if (changed.status === 201) this.#took(changed, sinceMs);
  }

  async #send(n: number, sent: Sent): Promise<CallEvent> {
    const { index, companyId } = this.#memory.person;
    const request = { ...sent, n, person: index, companyId };
    return this.deps.caller.persist(request, this.#random);
  }

  #took({ answer }: CallEvent, sinceMs: number): void {
    const id = answer?.id;
    if (id === undefined) return;
    const isSame = id === this.#challengeId;
    this.#challengeId = id;
    if (this.#memory.challenges[0] !== id) this.#memory.challenges.unshift(id);
    const code = this.deps.town.codeSince(this.#memory, sinceMs);
    this.#code = code ?? (isSame ? this.#code : undefined);
  }

  #keys(choice: KeyChoice, times: number): readonly (string | undefined)[] {
    const shared = randomUUID();
    return Array.from({ length: times }, () => {
      if (choice === 'none') return undefined;
      return choice === 'shared' ? shared : randomUUID();
    });
  }
}
