/** Something to know, apart from the text: good news, a warning, or what just happened. */

import type { ComponentChildren, VNode } from 'preact';

export interface NoticeProps {
  readonly kind: 'info' | 'success' | 'warning';
  readonly title?: string;
  /** Tells screen readers at once: for what happened because of the last act. */
  readonly isNews?: boolean;
  readonly id?: string;
  readonly children: ComponentChildren;
}

export function Notice({ kind, title, isNews = false, id, children }: NoticeProps): VNode {
  return (
    <div class={`notice ${kind}`} role={isNews ? 'status' : undefined} id={id}>
      {title !== undefined && <p class="notice-title">{title}</p>}
      {children}
    </div>
  );
}

export interface LiveRegionProps {
  readonly id: string;
  /** What a script is to say in it when the time comes. */
  readonly text?: string;
}

/** Empty until a script says something in it; screen readers hear each text once. */
export function LiveRegion({ id, text }: LiveRegionProps): VNode {
  return <p class="unseen" role="status" id={id} data-text={text}></p>;
}
