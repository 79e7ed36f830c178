/** What the pages of the portal stand on. */

import type { Portal } from '../../app/portal/portal.js';
import type { CompanyStore } from '../../app/ports/company-store.js';
import type { AdministrationUseCases, SignInUseCases } from '../../app/use-cases.js';

export interface PortalPagesDeps {
  readonly portal: Portal;
  readonly findCompany: CompanyStore['get'];
  readonly useCases: SignInUseCases & Pick<AdministrationUseCases, 'getEmployee' | 'getNotice'>;
}
