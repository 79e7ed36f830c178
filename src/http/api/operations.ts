/** Every operation of the API, the sign-in calls first, and how they become routes. */

import type { RequestHandler, Router } from 'express';

import { answerProblems } from '../error-handler.js';
import type { HttpEvents } from '../events.js';
import { refuseOtherMethods } from '../methods.js';
import type { Operation, OperationDeps } from '../operation.js';
import { auditOperations } from './audit-events.js';
import { challengeOperations } from './challenges.js';
import { companyOperations } from './companies.js';
import { employeeOperations } from './employees.js';
import { phoneOperations } from './phones.js';
import { policyOperations } from './policies.js';
import { portalOperations } from './portal-sessions.js';

export const OPERATIONS: readonly Operation[] = [
  ...challengeOperations,
  ...companyOperations,
  ...policyOperations,
  ...employeeOperations,
  ...phoneOperations,
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
    const wider = OPERATIONS.filter((each) => isWider(each.path, path));
    route.all(refuseOthers([...here, ...wider].flatMap(methodNames), wider.flatMap(methodNames)));
  }
}

/** A person may be called "import": whatever is asked of a person at that address is about them. */
function refuseOthers(allowed: readonly string[], passedOn: readonly string[]): RequestHandler {
  const refuse = refuseOtherMethods(allowed.join(', '));
  return (req, res, next) => {
    if (passedOn.includes(req.method)) next('route');
    else void refuse(req, res, next);
  };
}

/** Whether `other` has a parameter where `path` has a word, and is equal otherwise. */
function isWider(other: string, path: string): boolean {
  const [theirs, own] = [other.split('/'), path.split('/')];
  const fits = theirs.every((it, at) => it === own[at] || it.startsWith(':'));
  return other !== path && theirs.length === own.length && fits;
}

function methodNames({ method }: Operation): string[] {
  return method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()];
}
