/** What the use cases of a person's phone stand on. */

import type { PhoneStore } from '../ports/phone-store.js';
import type { SignInDeps } from '../sign-in/sign-in-deps.js';

export interface PhoneDeps extends SignInDeps {
  readonly phones: PhoneStore;
}
