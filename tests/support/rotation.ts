/** A tiny load balancer for tests: requests to each instance in turn, with instances taken out and put in. */

import { Agent, request } from 'node:http';

import { expectDescribed } from './openapi.js';

export interface Told {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

interface Instance {
  readonly url: string;
  readonly agent: Agent;
  /** Requests that are not wholly with the system yet. */
  readonly leaving: Set<Promise<void>>;
}

export class Rotation {
  readonly #instances: Instance[] = [];
  #turn = 0;

  constructor(private readonly credential: string) {}

  add(url: string): void {
    this.#instances.push({ url, agent: new Agent({ keepAlive: true }), leaving: new Set() });
  }

  /** No request goes there any more; resolves when those before have left, answered or not. */
  async remove(url: string): Promise<void> {
    const at = this.#instances.findIndex((instance) => instance.url === url);
    const [instance] = this.#instances.splice(at, 1);
    await Promise.all([...(instance?.leaving ?? [])]);
  }

  /** One POST; rejects when the connection fails. openapi.yaml must describe the answer. */
  async post(path: string, body: object, key: string): Promise<Told> {
    const instance = this.#instances[(this.#turn += 1) % this.#instances.length];
    if (!instance) throw new Error('nothing in rotation');
    const { status, headers, text } = await this.#send(instance, path, { body, key });
    expectDescribed({ method: 'POST', url: path, status, headers, text });
    return { status, body: JSON.parse(text) as Told['body'] };
  }

  close(): void {
    for (const { agent } of this.#instances) agent.destroy();
  }

  #send(
    { url, agent, leaving }: Instance,
    path: string,
    { body, key }: { body: object; key: string },
  ) {
    const headers = {
      authorization: `Bearer ${this.credential}`,
      'content-type': 'application/json',
      'idempotency-key': key,
    };
    // Every other one on a connection of its own: a balancer opens new ones all the time.
    const options = { method: 'POST', headers, agent: this.#turn % 4 < 2 ? agent : false };
    return new Promise<{ status: number; headers: Record<string, string>; text: string }>(
      (resolve, reject) => {
        const sent = request(url + path, options, (res) => {
          let text = '';
          res.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
          res.once('error', reject);
          const seen = Object.entries(res.headers).map(([name, value]) => [name, String(value)]);
          res.once('end', () =>
            resolve({ status: res.statusCode ?? 0, headers: Object.fromEntries(seen), text }),
          );
        });
        const left = new Promise<void>((gone) => {
          sent.once('finish', gone).once('error', () => gone());
        });
        leaving.add(left);
        void left.then(() => leaving.delete(left));
        sent.once('error', reject).end(JSON.stringify(body));
      },
    );
  }
}
