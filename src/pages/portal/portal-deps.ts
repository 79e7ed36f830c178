/** What the pages of the portal stand on. */

import type { OwnPhoneUseCases, PhoneUseCases } from '../../app/phone/phone-use-cases.js';
import type { Portal } from '../../app/portal/portal.js';
import type { CompanyStore } from '../../app/ports/company-store.js';
import type { AccountUseCases } from '../../app/report-use-cases.js';
import type { AdministrationUseCases, SignInUseCases } from '../../app/use-cases.js';

export interface PortalPagesDeps {
  readonly portal: Portal;
  readonly findCompany: CompanyStore['get'];
  readonly useCases: SignInUseCases &
    PhoneUseCases &
    OwnPhoneUseCases &
    AccountUseCases &
    Pick<AdministrationUseCases, 'getEmployee' | 'getNotice'>;
  /** Whom to ask about one's data. */
  readonly privacyContact: string;
  /** Digits of the codes that are sent. */
  readonly codeLength: number;
  /** For countdowns alone; what may be done when, the stores' clocks decide. */
  readonly now: () => Date;
}
