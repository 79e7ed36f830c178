/** The policy's version as an ETag, and back (RFC 9110 sections 8.8.3 and 13.1.1). */

import type { Request } from 'express';

import { RefusalError, invalid } from '../app/errors.js';

const ENTITY_TAG = /^(W\/)?"([!#-~]*)"$/;
const VERSION = /^v([1-9][0-9]{0,8})$/;

/** A version that no policy has: a tag that is not ours matches nothing, and 404 still comes before 412. */
const NO_VERSION = 0;

export function policyEtag(version: number): string {
  return `"v${version}"`;
}

/**
 * The version that `If-Match` names. Missing, or `*`, which names none: 428. Weak tags never match
 * (If-Match compares strongly).
 */
export function readIfMatch(req: Request): number {
  const header = req.get('If-Match');
  if (header === undefined || header.trim() === '*')
    throw new RefusalError('precondition_required', {
      errors: [
        { pointer: 'header:If-Match', detail: 'must name the ETag the policy was read with' },
      ],
    });
  const tag = ENTITY_TAG.exec(header.trim());
  if (!tag) throw invalid('header:If-Match', 'must be one entity tag in quotes');
  const [, weak, opaque = ''] = tag;
  const version = VERSION.exec(opaque)?.[1];
  return weak || version === undefined ? NO_VERSION : Number(version);
}
