/** The one place that knows at which address a portal link is entered. */

/** `publicUrl` is without a final slash. */
export function portalUrl(publicUrl: string, link: string): string {
  return `${publicUrl}/portal/${link}`;
}
