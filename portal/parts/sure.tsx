import { useEffect, useRef, useState } from 'preact/hooks';
import type { Doing } from '../interface/use-doing.ts';
import { Action } from './action.tsx';

type SureProps = {
  readonly doing: Doing;
  readonly act: () => Promise<void>;
  /** On the button that asks. */
  readonly ask: string;
  /** What it is of, for who cannot see what it stands beside. */
  readonly of?: string;
  /** What will happen, and that it cannot be taken back. */
  readonly question: string;
  /** On the button that does it. */
  readonly yes: string;
};

/** Something that cannot be taken back: a button, then a question in the page, then it is done. */
export function Sure({ doing, act, ask, of, question, yes }: SureProps) {
  const [isAsking, setAsking] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [isAsking]);
  if (!isAsking)
    return (
      <button type="button" class="warning" onClick={() => setAsking(true)}>
        {ask}
        {of !== undefined && <span class="hidden"> {of}</span>}
      </button>
    );
  return (
    <div class="sure" role="group" aria-label={ask} tabIndex={-1} ref={box}>
      <p>{question}</p>
      <Action kind="warning" doing={doing} act={() => act().finally(() => setAsking(false))}>
        {yes}
      </Action>
      <button type="button" class="other" onClick={() => setAsking(false)}>
        Cancel
      </button>
    </div>
  );
}
