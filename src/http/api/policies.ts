/** The policy calls: see a company's two-factor setting, change the version that was seen. */

import type { z } from 'zod';

import type { PolicyAnswer, PolicyPreview } from '../../app/answers.js';
import type { PolicySettings } from '../../domain/policy.js';
import { operation, type Operation } from '../operation.js';
import { policyEtag, readIfMatch } from '../policy-etag.js';
import { companyParams, putPolicy } from '../schemas/companies.js';
import { nothing } from '../schemas/none.js';

const shared = {
  path: '/v1/companies/:companyId/policy',
  actor: 'required',
  params: companyParams,
  query: nothing,
  isIdempotent: false,
  isSending: false,
} as const;

const get = operation({
  ...shared,
  id: 'getPolicy',
  method: 'get',
  scope: 'policies:read',
  body: nothing,
  bodyRule: 'none',
  handle: async (useCases, call, { params }) =>
    replyWith(await useCases.getPolicy(call, params.companyId)),
});

const put = operation({
  ...shared,
  id: 'putPolicy',
  method: 'put',
  scope: 'policies:write',
  body: putPolicy,
  bodyRule: 'required',
  takesStepUp: true,
  handle: async (useCases, call, { params, body, stepUp, http }) => {
    const policy = await useCases.putPolicy(call, params.companyId, {
      expectedVersion: readIfMatch(http),
      settings: givenSettings(body),
      reason: body.reason ?? null,
      isOperator: false,
      stepUp,
    });
    return replyWith(policy);
  },
});

const preview = operation({
  ...shared,
  id: 'previewPolicy',
  method: 'post',
  path: '/v1/companies/:companyId/policy/preview',
  scope: 'policies:read',
  body: putPolicy,
  bodyRule: 'required',
  handle: async (useCases, call, { params, body }) => {
    const given = givenSettings(body);
    const answer = await useCases.previewPolicy(call, params.companyId, given);
    return { status: 200, body: showPreview(answer) };
  },
});

/** Only what was given: an omitted field keeps its value. */
function givenSettings(body: z.output<typeof putPolicy>): Partial<PolicySettings> {
  const { mode, enforceFrom, enrolmentDays, methods } = body;
  const { countries, smsPerDay, rememberDeviceDays } = body;
  return {
    ...(mode !== undefined && { mode }),
    ...(enforceFrom !== undefined && { enforceFrom }),
    ...(enrolmentDays !== undefined && { enrolmentDays }),
    ...(methods !== undefined && { methods }),
    ...(countries !== undefined && { countries }),
    ...(smsPerDay !== undefined && { smsPerDay }),
    ...(rememberDeviceDays !== undefined && { rememberDeviceDays }),
  };
}

function replyWith(policy: PolicyAnswer) {
  const { version, switchedOnAt, numbersErasedAt } = policy;
  return {
    status: 200,
    headers: { ETag: policyEtag(version) },
    body: { ...showSettings(policy), version, switchedOnAt, numbersErasedAt },
  } as const;
}

function showSettings(settings: PolicySettings): object {
  const { mode, enforceFrom, enrolmentDays, methods, countries } = settings;
  const { smsPerDay, rememberDeviceDays } = settings;
  return { mode, enforceFrom, enrolmentDays, methods, countries, smsPerDay, rememberDeviceDays };
}

function showPreview(preview: PolicyPreview): object {
  const { roster, asOf, people, enrolled, notEnrolled, lockedOut } = preview;
  const { unreachableByCountry, notEnrolledUserIds, lockedOutUserIds } = preview;
  const { weakened, needsReason } = preview;
  return {
    proposed: showSettings(preview.proposed),
    ...{ roster, asOf, people, enrolled, notEnrolled, lockedOut, unreachableByCountry },
    ...{ notEnrolledUserIds, lockedOutUserIds, weakened, needsReason },
  };
}

export const policyOperations: readonly Operation[] = [get, put, preview];
