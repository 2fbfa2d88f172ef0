import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

type BannerProps = {
  readonly kind: 'done' | 'important';
  readonly children: ComponentChildren;
};

/** Says that something was done, or that something matters; what was done just now takes the keyboard. */
export function Banner({ kind, children }: BannerProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (kind === 'done') box.current?.focus();
  }, [kind]);
  return (
    <div
      class={`banner ${kind}`}
      role={kind === 'done' ? 'alert' : 'region'}
      aria-label={kind === 'done' ? 'Done' : 'Important'}
      tabIndex={-1}
      ref={box}
    >
      <p class="banner-head">{kind === 'done' ? 'Done' : 'Important'}</p>
      <div class="banner-body">{children}</div>
    </div>
  );
}
