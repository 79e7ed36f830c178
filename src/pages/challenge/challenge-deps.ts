/** What the challenge pages stand on. */

import type { PageUseCases } from '../../app/pages/page-use-cases.js';
import type { CompanyStore } from '../../app/ports/company-store.js';

export interface ChallengeDeps {
  readonly pages: PageUseCases;
  /** Whose page it is, before anything of it may be shown. */
  readonly findCompany: CompanyStore['get'];
  /** Digits, for a page that cannot ask. */
  readonly codeLength: number;
}
