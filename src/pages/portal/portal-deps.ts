/** What the pages of the portal stand on. */

import type { Portal } from '../../app/portal/portal.js';
import type { CompanyStore } from '../../app/ports/company-store.js';
import type { AdministrationUseCases, SignInUseCases } from '../../app/use-cases.js';

export interface PortalPagesDeps {
  readonly portal: Portal;
  readonly findCompany: CompanyStore['get'];
  readonly useCases: SignInUseCases & Pick<AdministrationUseCases, 'getEmployee' | 'getNotice'>;
  /** Digits of the codes that are sent. */
  readonly codeLength: number;
  /** For countdowns alone; what may be done when, the stores' clocks decide. */
  readonly now: () => Date;
}
