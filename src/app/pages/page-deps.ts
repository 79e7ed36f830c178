/** What the use cases of the hosted pages stand on. */

import type { ClientDirectory } from '../client-directory.js';
import type { SignInDeps } from '../sign-in/sign-in-deps.js';

export interface PageDeps extends SignInDeps {
  readonly directory: Pick<ClientDirectory, 'byId'>;
}
