/** Companies' logos: what stands in the company's own row, and the bytes in a table apart. */

import { eq } from 'drizzle-orm';
import type { CompanyProfile } from '../../app/ports/company-store.js';
import type { CompanyId } from '../../domain/ids.js';
import type { LogoFile } from '../../domain/logo.js';
import type { Orm } from './database.js';
import { companyLogos } from './schema/companies.js';

type GivenLogo = CompanyProfile['branding']['logo'];

/** The columns of a profile: its logo by name alone. */
export function profileColumns(profile: CompanyProfile) {
  const { accentColor, logo } = profile.branding;
  const named = logo && { digest: logo.digest, mediaType: logo.mediaType };
  return { ...profile, branding: { accentColor, logo: named } };
}

/** Within the transaction that writes the company, whose row is locked by then. */
export async function putLogo(orm: Orm, companyId: CompanyId, logo: GivenLogo): Promise<void> {
  if (logo === null) {
    await orm.delete(companyLogos).where(eq(companyLogos.companyId, companyId));
  } else if ('bytes' in logo) {
    const { digest, mediaType, bytes } = logo;
    await orm
      .insert(companyLogos)
      .values({ companyId, digest, mediaType, bytes })
      .onConflictDoUpdate({
        target: companyLogos.companyId,
        set: { digest, mediaType, bytes },
      });
  }
}

export async function findLogo(orm: Orm, digest: string): Promise<LogoFile | undefined> {
  const { mediaType, bytes } = companyLogos;
  const [row] = await orm
    .select({ digest: companyLogos.digest, mediaType, bytes })
    .from(companyLogos)
    .where(eq(companyLogos.digest, digest))
    .limit(1);
  return row;
}
