import { isNothing, total } from '../../finance/amount.ts';
import { formatPounds, formatWeeks } from '../../render/format.ts';
import { dateInWords } from '../calendar.ts';
import { type BlockLine, type Forward, hasRate, waysOf } from './block-parts.ts';

/**
 * When a block runs out, with its range, and what of it will expire, in a few sentences.
 *
 * @example runOutInWords(line) // 'It runs out between the week ending 5 July 2026 (by planned ends) and …'
 */
export function runOutInWords(line: BlockLine, cutOff: string): string {
  const { forward, terms, closing } = line;
  if (forward === undefined) return overInWords(line, cutOff);
  if (closing.weeks === 0 && forward.left.weeks === 0) return 'Every week of it has been used.';
  const begins =
    terms !== undefined && terms.validFrom > cutOff ? [`It begins on ${dateInWords(terms.validFrom)}.`] : [];
  const future = hasRate(line, cutOff)
    ? [runOut(line, forward, cutOff), expiry(forward)]
    : withoutRate(forward, terms?.validTo);
  return [...begins, ...future].join(' ');
}

function overInWords({ terms, expired, adjustments }: BlockLine, cutOff: string): string {
  if (terms === undefined) return 'It was withdrawn.';
  if (terms.validTo > cutOff) return 'There is no forecast of it.';
  return [
    `It is over: it ended on ${dateInWords(terms.validTo)}.`,
    ...(expired.weeks === 0
      ? []
      : [
          `${formatWeeks(expired.weeks)}, for which ${formatPounds(expired.pence)} was charged, expired unused.`,
        ]),
    ...expiredByAdjustment(adjustments),
  ].join(' ');
}

/** Weeks that came back to a block, and expired, or that were used after all, when it was already over. */
function expiredByAdjustment(adjustments: BlockLine['adjustments']): string[] {
  const { weeks, pence } = total(adjustments.map(({ expired }) => expired));
  if (isNothing({ weeks, pence })) return [];
  const number = `${formatWeeks(Math.abs(weeks))} (${formatPounds(Math.abs(pence))})`;
  return weeks < 0 || (weeks === 0 && pence < 0)
    ? [`By adjustment of earlier months ${number} fewer expired unused.`]
    : [`By adjustment of earlier months ${number} more expired unused.`];
}

/** The same while there is no recent rate: by planned ends alone. */
function withoutRate({ byPlannedEnds }: Forward, validTo: string | undefined): string[] {
  const { runsOutOn, expiring, effectivePence } = byPlannedEnds;
  if (effectivePence === undefined)
    return ['No placement is planned to use it so far, and there is no recent rate yet.'];
  if (runsOutOn !== undefined)
    return [
      `It runs out by planned ends in the week ending ${dateInWords(runsOutOn)}; there is no recent rate yet.`,
    ];
  return [
    `By planned ends it does not run out before ${endOf(validTo)}; there is no recent rate yet.`,
    `By planned ends ${formatWeeks(expiring.weeks)}, for which ${formatPounds(expiring.pence)} was charged, will expire unused.`,
  ];
}

const endOf = (validTo: string | undefined): string =>
  validTo === undefined ? 'it ends' : `it ends on ${dateInWords(validTo)}`;

function runOut(line: BlockLine, forward: Forward, cutOff: string): string {
  const end = endOf(line.terms?.validTo);
  const ways = waysOf(line, cutOff);
  const [one, other] = ways.map(({ of, phrase }) => ({ on: forward[of].runsOutOn, phrase }));
  const dated = [one, other]
    .flatMap((way) => (way?.on === undefined ? [] : [{ on: way.on, phrase: way.phrase }]))
    .sort((a, b) => (a.on < b.on ? -1 : 1));
  const [first, last] = dated;
  if (first === undefined)
    return `It does not run out before ${end}, neither by planned ends nor at the recent rate.`;
  if (last === undefined) {
    const never = ways.find(({ phrase }) => phrase !== first.phrase);
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
    return `${formatWeeks(many.weeks)}, for which ${formatPounds(many.pence)} was charged, will expire unused.`;
  if (few.weeks === 0)
    return `Up to ${formatWeeks(many.weeks)}, for which ${formatPounds(many.pence)} was charged, will expire unused.`;
  return `Between ${formatWeeks(few.weeks)} (${formatPounds(few.pence)}) and ${formatWeeks(many.weeks)} (${formatPounds(many.pence)}) will expire unused.`;
}
