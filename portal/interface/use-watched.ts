import { useEffect } from 'preact/hooks';
import { type Asked, useAsked } from './use-asked.ts';

/**
 * Asks as `useAsked` does, and again and again while what is answered is under way.
 *
 * @param everyMs how long after an answer the next one is asked for
 */
export function useWatched<Answer>(
  ask: () => Promise<Answer>,
  on: readonly unknown[],
  isUnderWay: (answer: Answer) => boolean,
  everyMs: number,
): Asked<Answer> {
  const [asked, again] = useAsked(ask, on);
  const goesOn = asked.state === 'answered' && isUnderWay(asked.answer);
  useEffect(() => {
    if (!goesOn) return;
    const timer = setTimeout(again, everyMs);
    return () => clearTimeout(timer);
  }, [asked, goesOn, again]);
  return asked;
}
