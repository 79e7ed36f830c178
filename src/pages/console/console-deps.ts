/** What the pages of the console stand on. */

import type { ConsoleUseCases } from '../../app/report-use-cases.js';
import type { AdministrationUseCases } from '../../app/use-cases.js';
import type { PortalPagesDeps } from '../portal/portal-deps.js';

export interface ConsolePagesDeps extends Omit<PortalPagesDeps, 'useCases'> {
  readonly useCases: PortalPagesDeps['useCases'] & AdministrationUseCases & ConsoleUseCases;
  /** The operator's ceiling; ISO 3166-1 alpha-2. */
  readonly defaultCountries: readonly string[];
  /** Days after which numbers are erased once two-factor is off. */
  readonly eraseAfterOffDays: number;
  readonly codeTtlSeconds: number;
  /** The host that codes entered on our pages are bound to. */
  readonly codeHost: string;
}
