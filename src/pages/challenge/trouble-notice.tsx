/** What stands in the way, at the top of the page. */

import type { VNode } from 'preact';

import { Notice } from '../components/notice.js';
import type { Trouble } from '../code-entry/trouble.js';

export function TroubleNotice({
  trouble,
}: {
  readonly trouble: Trouble | undefined;
}): VNode | null {
  if (!trouble || trouble.isAboutCode) return null;
  return (
    <Notice kind="warning" isNews>
      <p>{trouble.text}</p>
    </Notice>
  );
}
