/** What the hosted pages ask for: one function per use case, implemented one verb per file beside this one. */

import type { Action, Channel, Purpose } from '../../domain/challenge.js';
import type { HostedPage } from '../../domain/hosted-page.js';
import type { ChallengeId, CompanyId, EmployeeRef, PageId } from '../../domain/ids.js';
import type {
  ChallengeAnswer,
  EndedAnswer,
  NoticeAnswer,
  PendingAnswer,
  StartAnswer,
} from '../answers.js';
import type { Call } from '../call.js';
import type { Company } from '../ports/company-store.js';
import type { Standing } from '../../domain/second-factor.js';

/**
 * Every act but `greetPage` is of the one browser that the page is bound to; for any other it throws
 * `AnotherBrowserError`. A page that is unknown or over, or whose client was revoked, is
 * `challenge_not_found`. Otherwise they throw as the API's use cases do.
 */
export interface PageUseCases {
  /** What may be told before a browser is bound: whose page it is, and whether it is this browser's. */
  greetPage(input: PageVisit): Promise<PageGreeting>;
  /** Binds the page to this browser, for good (decision 25). Repeatable by the same browser. */
  bindPage(input: PageVisit): Promise<void>;
  /** The page as it stands; the committed row decides how its challenge ended. */
  showPage(input: PageVisit): Promise<PageView>;
  /** Resolves only when approved; no token is signed. `redirectBack` then has the way back. */
  verifyOnPage(
    call: PageCall,
    input: PageVisit & { readonly code: unknown },
  ): Promise<PageApproval>;
  /** By the channel asked for; null: as the last time. */
  resendOnPage(
    call: PageCall,
    input: PageVisit & { readonly channel: Channel | null },
  ): Promise<PendingAnswer>;
  enrolOnPage(call: PageCall, input: PageEnrolInput): Promise<PendingAnswer>;
  /** "Not now": recorded, and redeemed as `enrolment_skipped`. */
  skipOnPage(call: PageCall, input: PageVisit): Promise<EndedAnswer>;
  /** "This was not me": ends the challenge for good. */
  cancelOnPage(call: PageCall, input: PageVisit): Promise<EndedAnswer>;
  /** A new challenge after expiry or used-up tries: same person, client, nonce and way back. */
  restartOnPage(
    call: PageCall,
    input: PageVisit & { readonly channel: Channel | null },
  ): Promise<StartAnswer>;
  /** The notice to show before a number is given; the company's language where none is asked for. */
  getPageNotice(input: PageVisit & { readonly locale: string | null }): Promise<NoticeAnswer>;
  setPageLocale(input: PageVisit & { readonly locale: string }): Promise<void>;
  /** Where this browser goes on to: with a return code after an approval or a skip, without otherwise. */
  redirectBack(input: PageVisit): Promise<string>;
}

/** Which page, and which browser: the value of its cookie. */
export interface PageVisit {
  readonly pageId: PageId;
  /** 256 random bits, base64url. Never kept, only its hash. */
  readonly browserSecret: string;
}

/** What a page knows of its request; client and actor come from the page's record. */
export type PageCall = Pick<Call, 'correlationId' | 'deadlineMs' | 'idempotencyKey' | 'context'>;

export interface PageGreeting {
  /** `unbound`: the first browser that goes on gets it. */
  readonly owner: 'this_browser' | 'another_browser' | 'unbound';
  readonly companyId: CompanyId;
  readonly locale: string | null;
}

export interface PageView {
  readonly page: Omit<HostedPage, 'nonceDigest' | 'browserHash'>;
  readonly company: Company;
  readonly standing: Standing;
  /** `skipped`: the person put enrolment off. Ended challenges show their end and nothing else. */
  readonly challenge: ChallengeAnswer | { readonly id: ChallengeId; readonly status: 'skipped' };
}

export interface PageApproval extends EmployeeRef {
  readonly status: 'approved';
  readonly challengeId: ChallengeId;
  readonly purpose: Purpose;
  readonly action: Action | null;
}

export interface PageEnrolInput extends PageVisit {
  readonly phoneNumber: string | null;
  readonly noticeVersion: string;
  /** Null: the policy's first that number and operator allow. */
  readonly channel: Channel | null;
  /** Of the SMS, and of the notice that was shown. */
  readonly locale: string | null;
}
