/** Reads who a sign-in call is about, or refuses: the company must be known and the client's own. */

import type { CompanyId, EmployeeRef } from '../domain/ids.js';
import { invalid, RefusalError } from './errors.js';
import type { Client } from './ports/client-store.js';
import type { Person, SignInReader } from './ports/sign-in-reader.js';

/** Unknown and foreign companies are the same 404 (R076), so a mistyped id never means "not required". */
export function requireCompany(client: Client, companyId: CompanyId): void {
  if (client.companies !== null && !client.companies.includes(companyId)) {
    throw new RefusalError('company_not_found');
  }
}

/** `where` the ids stand in the request. */
export async function readPerson(
  reader: SignInReader,
  employee: EmployeeRef,
  where: '#/' | 'path:' = '#/',
): Promise<Person> {
  const read = await reader.read(employee);
  switch (read.kind) {
    case 'found':
      return read.person;
    case 'company_not_found':
      throw new RefusalError('company_not_found');
    case 'id_conflict':
      throw invalid(`${where}${read.field}`, LOOKS_LIKE_ANOTHER);
  }
}

/** Decision 19. */
export const LOOKS_LIKE_ANOTHER = 'equals a known id but for case; ids are compared exactly';
