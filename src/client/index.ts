/** `assay/client`: what a login service in Node needs to ask Assay and to check its tokens. */

export { createAssayClient } from './assay-client.js';
export type {
  AssayClient,
  AssayClientOptions,
  CallOptions,
  EnrolInput,
  RedeemInput,
  VerifyInput,
} from './assay-client.js';
export type {
  Approved,
  CancelAnswer,
  ChallengeAnswer,
  EndedAnswer,
  EnrolmentAnswer,
  ImportAnswer,
  NotRequired,
  PendingAnswer,
  PhoneProven,
  PhoneProvenAnswer,
  PhoneRemovedAnswer,
  PortalEndedAnswer,
  PortalSessionAnswer,
  PreviewAnswer,
  Problem,
  Refused,
  SendAnswer,
  StartAnswer,
  Unavailable,
  VerifyAnswer,
} from './answers.js';
export type { PhoneCall, PhoneCalls, PhoneOwner } from './phone-calls.js';
export type { EndPortalInput, PortalCalls } from './portal-calls.js';
export type { RosterCalls } from './roster-calls.js';
export type { JwksDocument } from './jwks.js';
export { JwksSource } from './jwks-source.js';
export type { JwksSourceOptions } from './jwks-source.js';
export type { components, paths } from './schema.js';
export type { VerifiedToken } from './token-claims.js';
export { KeysUnavailableError, TokenInvalidError } from './token-errors.js';
export type { TokenInvalidReason } from './token-errors.js';
export { verifyToken } from './verify-token.js';
export type { TokenExpectation } from './verify-token.js';
