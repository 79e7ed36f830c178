/** The instances of a run: which are up, and how they are killed, rolled and started again. */

import { launchFrom, type Service } from '../../tests/support/service.js';

export class Instances {
  readonly #services: Service[] = [];
  readonly #isUp: boolean[] = [];
  /** Everything that instances wrote which are no more, by place. */
  readonly #outputs: string[] = [];

  /** `root`: the folder of the built service. */
  constructor(private readonly root: string) {}

  async add(env: Readonly<Record<string, string>>): Promise<void> {
    this.#services.push(await launchFrom(this.root, env));
    this.#isUp.push(true);
    this.#outputs.push('');
  }

  get count(): number {
    return this.#services.length;
  }

  /** One that is up, as a load balancer would pick it; any where none is. `dice`: 0 to under 1. */
  pick(dice: number): number {
    const up = this.#isUp.flatMap((isUp, place) => (isUp ? [place] : []));
    const among = up.length > 0 ? up : this.#services.map((_, place) => place);
    return among[Math.floor(dice * among.length)] ?? 0;
  }

  urlOf(place: number): string {
    return this.#at(place).url;
  }

  /** SIGKILL in the middle of whatever it does, `downMs` of nothing, and the same settings again. */
  async kill(place: number, downMs: number): Promise<void> {
    const service = this.#at(place);
    await service.kill();
    this.#isUp[place] = false;
    await new Promise((resolve) => setTimeout(resolve, downMs));
    await this.#again(place, service);
  }

  /** SIGTERM, as a deployment does it: taken out of the load balancer by its readiness, drained, ended. */
  async roll(place: number): Promise<number | null> {
    const service = this.#at(place);
    const code = await service.stop();
    this.#isUp[place] = false;
    await this.#again(place, service);
    return code;
  }

  /** Of one place, over all its lives. */
  outputOf(place: number): string {
    return (this.#outputs[place] ?? '') + this.#at(place).output();
  }

  async close(): Promise<void> {
    await Promise.all(this.#services.map((service) => service.kill()));
  }

  async #again(place: number, service: Service): Promise<void> {
    this.#outputs[place] = (this.#outputs[place] ?? '') + service.output();
    this.#services[place] = await launchFrom(this.root, service.env);
    this.#isUp[place] = true;
  }

  #at(place: number): Service {
    const service = this.#services[place];
    if (!service) throw new Error('there is no such instance');
    return service;
  }
}
