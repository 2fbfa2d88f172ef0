import { formatPounds, formatWeeks } from '../../render/format.ts';
import { dateInWords } from '../calendar.ts';
import { type BlockLine, type Forward, WAYS } from './block-parts.ts';

/**
 * When a block runs out, with its range, and what of it will expire, in a few sentences.
 *
 * @example runOutInWords(line) // 'It runs out between the week ending 5 July 2026 (by planned ends) and …'
 */
export function runOutInWords(line: BlockLine, cutOff: string): string {
  const { forward, terms, closing } = line;
  if (forward === undefined) return overInWords(line, cutOff);
  if (closing.weeks === 0 && forward.left.weeks === 0) return 'Every week of it has been used.';
  return [runOut(forward, terms?.validTo), expiry(forward)].join(' ');
}

function overInWords({ terms, expired }: BlockLine, cutOff: string): string {
  if (terms === undefined) return 'It was withdrawn.';
  if (terms.validTo > cutOff) return 'There is no forecast of it.';
  const over = `It is over: it ended on ${dateInWords(terms.validTo)}.`;
  if (expired.weeks === 0) return over;
  return `${over} ${formatWeeks(expired.weeks)}, for which ${formatPounds(expired.pence)} was paid, expired unused.`;
}

function runOut(forward: Forward, validTo: string | undefined): string {
  const end = validTo === undefined ? 'it ends' : `it ends on ${dateInWords(validTo)}`;
  const [one, other] = WAYS.map(({ of, phrase }) => ({ on: forward[of].runsOutOn, phrase }));
  const dated = [one, other]
    .flatMap((way) => (way?.on === undefined ? [] : [{ on: way.on, phrase: way.phrase }]))
    .sort((a, b) => (a.on < b.on ? -1 : 1));
  const [first, last] = dated;
  if (first === undefined)
    return `It does not run out before ${end}, neither by planned ends nor at the recent rate.`;
  if (last === undefined) {
    const never = WAYS.find(({ phrase }) => phrase !== first.phrase);
    return `It runs out ${first.phrase} in the week ending ${dateInWords(first.on)}; ${never?.phrase ?? ''} it does not run out before ${end}.`;
  }
  if (first.on === last.on)
    return `It runs out in the week ending ${dateInWords(first.on)}, by planned ends and at the recent rate alike.`;
  return `It runs out between the week ending ${dateInWords(first.on)} (${first.phrase}) and the week ending ${dateInWords(last.on)} (${last.phrase}).`;
}

function expiry({ byPlannedEnds, byRecentRate }: Forward): string {
  const [few, many] = [byPlannedEnds.expiring, byRecentRate.expiring].sort((a, b) => a.weeks - b.weeks);
  if (few === undefined || many === undefined || many.weeks === 0) return 'No week will expire unused.';
  if (few.weeks === many.weeks)
    return `${formatWeeks(many.weeks)}, for which ${formatPounds(many.pence)} was paid, will expire unused.`;
  if (few.weeks === 0)
    return `Up to ${formatWeeks(many.weeks)}, for which ${formatPounds(many.pence)} was paid, will expire unused.`;
  return `Between ${formatWeeks(few.weeks)} (${formatPounds(few.pence)}) and ${formatWeeks(many.weeks)} (${formatPounds(many.pence)}) will expire unused.`;
}
