import { useCallback, useEffect, useState } from 'preact/hooks';
import { type Message, messageOf } from './message.ts';

/** An answer that was asked for: on its way, there, or refused. */
export type Asked<Answer> =
  | { readonly state: 'waiting' }
  | { readonly state: 'answered'; readonly answer: Answer }
  | { readonly state: 'refused'; readonly message: Message };

/**
 * Asks when it is first shown, and whenever one of `on` changes; an answer to an earlier question is not shown.
 *
 * @returns the answer, and a function that asks again while the earlier answer stays
 */
export function useAsked<Answer>(
  ask: () => Promise<Answer>,
  on: readonly unknown[],
): readonly [Asked<Answer>, () => void] {
  const [asked, setAsked] = useState<Asked<Answer>>({ state: 'waiting' });
  const [round, setRound] = useState(0);
  useEffect(() => setAsked({ state: 'waiting' }), on);
  useEffect(() => {
    let isCurrent = true;
    ask().then(
      (answer) => {
        if (isCurrent) setAsked({ state: 'answered', answer });
      },
      (error: unknown) => {
        if (isCurrent) setAsked({ state: 'refused', message: messageOf(error) });
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [...on, round]);
  return [asked, useCallback(() => setRound((before) => before + 1), [])];
}
