import type { ComponentChildren } from 'preact';
import type { Doing } from '../interface/use-doing.ts';

type ActionProps = {
  readonly doing: Doing;
  readonly act: () => Promise<void>;
  readonly kind?: 'main' | 'other' | 'warning' | 'link';
  /** What it is of, for who cannot see what it stands beside. */
  readonly of?: string;
  readonly children: ComponentChildren;
};

/** A button that does something. It stays where it is while it does, so that the keyboard is not lost. */
export function Action({ doing, act, kind = 'main', of, children }: ActionProps) {
  return (
    <button
      type="button"
      class={kind}
      aria-disabled={doing.isUnderWay ? true : undefined}
      onClick={() => doing.run(act)}
    >
      {children}
      {of !== undefined && <span class="hidden"> {of}</span>}
    </button>
  );
}
