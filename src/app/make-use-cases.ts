/** Puts the use cases together: those of the sign-in, those of the administration. */

import type { AdministrationDeps } from './administration/administration-deps.js';
import { makeCancelChallenge } from './sign-in/cancel-challenge.js';
import { makeEnrolPhone } from './sign-in/enrol-phone.js';
import { makeGetChallenge } from './sign-in/get-challenge.js';
import { makeGetCompany, makeListCompanies } from './administration/get-company.js';
import { makeGetEmployee, makeListEmployees } from './administration/get-employee.js';
import { makeGetNotice } from './administration/get-notice.js';
import { makeGetPolicy } from './administration/get-policy.js';
import { makeGrantEnrolment } from './administration/grant-enrolment.js';
import { makeImportEmployees } from './administration/import-employees.js';
import { makeListAuditEvents } from './administration/list-audit-events.js';
import { makePreviewPolicy } from './administration/preview-policy.js';
import { makePutCompany } from './administration/put-company.js';
import { makePutEmployee } from './administration/put-employee.js';
import { makePutPolicy } from './administration/put-policy.js';
import { makeRedeemChallenge } from './sign-in/redeem-challenge.js';
import { makeResendCode } from './sign-in/resend-code.js';
import { makeResetEmployee } from './administration/reset-employee.js';
import type { SignInDeps } from './sign-in/sign-in-deps.js';
import { makeStartChallenge } from './sign-in/start-challenge.js';
import type { AdministrationUseCases, SignInUseCases } from './use-cases.js';
import { makeChangePhone } from './phone/change-phone.js';
import type { PhoneDeps } from './phone/phone-deps.js';
import type { OwnPhoneUseCases, PhoneUseCases } from './phone/phone-use-cases.js';
import { makeRemovePhone } from './phone/remove-phone.js';
import { makeViewPhone } from './phone/view-phone.js';
import { makeVerifyChallenge } from './sign-in/verify-challenge.js';

export function makeSignInUseCases(deps: SignInDeps): SignInUseCases {
  return {
    startChallenge: makeStartChallenge(deps),
    getChallenge: makeGetChallenge(deps),
    verifyChallenge: makeVerifyChallenge(deps),
    resendCode: makeResendCode(deps),
    cancelChallenge: makeCancelChallenge(deps),
    enrolPhone: makeEnrolPhone(deps),
    redeemChallenge: makeRedeemChallenge(deps),
  };
}

export function makePhoneUseCases(deps: PhoneDeps): PhoneUseCases & OwnPhoneUseCases {
  return {
    changePhone: makeChangePhone(deps),
    removePhone: makeRemovePhone(deps),
    viewPhone: makeViewPhone(deps),
  };
}

export function makeAdministrationUseCases(deps: AdministrationDeps): AdministrationUseCases {
  return {
    putCompany: makePutCompany(deps),
    getCompany: makeGetCompany(deps),
    listCompanies: makeListCompanies(deps),
    getPolicy: makeGetPolicy(deps),
    putPolicy: makePutPolicy(deps),
    previewPolicy: makePreviewPolicy(deps),
    getNotice: makeGetNotice(deps),
    listEmployees: makeListEmployees(deps),
    getEmployee: makeGetEmployee(deps),
    putEmployee: makePutEmployee(deps),
    importEmployees: makeImportEmployees(deps),
    grantEnrolment: makeGrantEnrolment(deps),
    resetEmployee: makeResetEmployee(deps),
    listAuditEvents: makeListAuditEvents(deps),
  };
}
