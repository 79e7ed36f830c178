/** The port of the companies: who they are, and their two-factor policy. */

import type { AuditEvent } from '../../domain/audit-event.js';
import type { CompanyId } from '../../domain/ids.js';
import type { Logo, LogoFile } from '../../domain/logo.js';
import type { Policy, PolicySettings } from '../../domain/policy.js';
import type { Page, PageRequest } from './page.js';
import type { StepUpUse } from './step-up.js';

export interface Company {
  readonly companyId: CompanyId;
  /** Named in the SMS. */
  readonly displayName: string;
  /** ISO 3166-1 alpha-2; how a number without a country code is read. */
  readonly defaultCountry: string;
  readonly locale: string;
  /** IANA name. */
  readonly timeZone: string;
  /** What the company tells people who get no code; null for none. */
  readonly supportText: string | null;
  readonly branding: Branding<Logo>;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

interface Branding<Picture> {
  /** As in `#0a5fff`. */
  readonly accentColor: string | null;
  readonly logo: Picture | null;
}

/** A logo without its bytes is the stored one, which stays. */
export type CompanyProfile = Omit<Company, 'companyId' | 'branding' | 'createdAt' | 'updatedAt'> & {
  readonly branding: Branding<Logo | LogoFile>;
};

/** Every write commits together with its audit event, or not at all (R126). */
export interface CompanyStore {
  /** Creates the company with its policy off, or replaces its profile. */
  put(companyId: CompanyId, profile: CompanyProfile, audit: AuditDraft): Promise<PutCompanyOutcome>;
  get(companyId: CompanyId): Promise<Company | undefined>;
  /** Any company's logo by its digest, which only a page that shows it tells. */
  findLogo(digest: string): Promise<LogoFile | undefined>;
  /** In order of id; `only` limits the list to those the client may name. */
  list(request: PageRequest, only: readonly CompanyId[] | null): Promise<Page<Company>>;
  getPolicy(companyId: CompanyId): Promise<Policy | undefined>;
  /**
   * Replaces the settings if the stored version is still `expectedVersion` (R061); the version grows by
   * one and `switchedOnAt` follows the mode. Exactly one of parallel writers with one version succeeds.
   * A step-up is used up with it, or else nothing is written.
   */
  putPolicy(
    companyId: CompanyId,
    write: PolicyWrite,
    audit: AuditEvent,
  ): Promise<Policy | 'conflict' | 'step_up_unusable' | undefined>;
}

export interface PolicyWrite {
  readonly expectedVersion: number;
  readonly settings: PolicySettings;
  /** Of who weakens it; null where it is not weakened, or by the operator. */
  readonly stepUp: StepUpUse | null;
}

/** An audit event whose kind the store knows only when it writes: created or changed. */
export type AuditDraft = Omit<AuditEvent, 'kind'>;

export type PutCompanyOutcome =
  | { readonly kind: 'created' | 'replaced'; readonly company: Company }
  | { readonly kind: 'id_conflict' };
