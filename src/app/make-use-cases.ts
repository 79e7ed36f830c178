/** Puts the use cases together: those of the sign-in, those of the administration. */

import type { AdministrationDeps } from './administration-deps.js';
import { makeCancelChallenge } from './cancel-challenge.js';
import { makeEnrolPhone } from './enrol-phone.js';
import { makeGetChallenge } from './get-challenge.js';
import { makeGetCompany, makeListCompanies } from './get-company.js';
import { makeGetEmployee, makeListEmployees } from './get-employee.js';
import { makeGetNotice } from './get-notice.js';
import { makeGetPolicy } from './get-policy.js';
import { makeGrantEnrolment } from './grant-enrolment.js';
import { makeListAuditEvents } from './list-audit-events.js';
import { makePutCompany } from './put-company.js';
import { makePutEmployee } from './put-employee.js';
import { makePutPolicy } from './put-policy.js';
import { makeResendCode } from './resend-code.js';
import { makeResetEmployee } from './reset-employee.js';
import type { SignInDeps } from './sign-in-deps.js';
import { makeStartChallenge } from './start-challenge.js';
import type { AdministrationUseCases, SignInUseCases } from './use-cases.js';
import { makeVerifyChallenge } from './verify-challenge.js';

export function makeSignInUseCases(deps: SignInDeps): SignInUseCases {
  return {
    startChallenge: makeStartChallenge(deps),
    getChallenge: makeGetChallenge(deps),
    verifyChallenge: makeVerifyChallenge(deps),
    resendCode: makeResendCode(deps),
    cancelChallenge: makeCancelChallenge(deps),
    enrolPhone: makeEnrolPhone(deps),
  };
}

export function makeAdministrationUseCases(deps: AdministrationDeps): AdministrationUseCases {
  return {
    putCompany: makePutCompany(deps),
    getCompany: makeGetCompany(deps),
    listCompanies: makeListCompanies(deps),
    getPolicy: makeGetPolicy(deps),
    putPolicy: makePutPolicy(deps),
    getNotice: makeGetNotice(deps),
    listEmployees: makeListEmployees(deps),
    getEmployee: makeGetEmployee(deps),
    putEmployee: makePutEmployee(deps),
    grantEnrolment: makeGrantEnrolment(deps),
    resetEmployee: makeResetEmployee(deps),
    listAuditEvents: makeListAuditEvents(deps),
  };
}
