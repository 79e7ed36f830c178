/** Every operation of the API, the sign-in calls first, and how they become routes. */

import type { Router } from 'express';

import { answerProblems } from '../error-handler.js';
import type { HttpEvents } from '../events.js';
import { refuseOtherMethods } from '../methods.js';
import type { Operation, OperationDeps } from '../operation.js';
import { auditOperations } from './audit-events.js';
import { challengeOperations } from './challenges.js';
import { companyOperations } from './companies.js';
import { employeeOperations } from './employees.js';
import { policyOperations } from './policies.js';
import { portalOperations } from './portal-sessions.js';

export const OPERATIONS: readonly Operation[] = [
  ...challengeOperations,
  ...companyOperations,
  ...policyOperations,
  ...employeeOperations,
  ...portalOperations,
  ...auditOperations,
];

/** One route for each address, with every method of its own and a refusal of all others. */
export function registerOperations(
  router: Router,
  deps: OperationDeps & { readonly events: HttpEvents },
): void {
  // Within each route, so that a refusal does not pass by all the routes after it.
  const answer = answerProblems(deps.events);
  for (const path of new Set(OPERATIONS.map((each) => each.path))) {
    const route = router.route(path);
    const here = OPERATIONS.filter((each) => each.path === path);
    for (const each of here) route[each.method](each.serve(deps), answer);
    route.all(refuseOtherMethods(here.flatMap(methodNames).join(', ')));
  }
}

function methodNames({ method }: Operation): string[] {
  return method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()];
}
