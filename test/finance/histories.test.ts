import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { total } from '../../shared/finance/amount.ts';
import type { BlockRecord } from '../../shared/finance/block.ts';
import type { Charge } from '../../shared/finance/charge.ts';
import { mondayOf, sundayOf, weekOfDay, weeksOfMonth } from '../../shared/finance/iso-week.ts';
import { drawDown } from '../../shared/finance/drawdown.ts';
import { personWithUses, usesOf } from '../../shared/finance/erased-use.ts';
import {
  type PlacedPerson,
  type PlacementRecord,
  placementWeeks,
} from '../../shared/finance/placement-weeks.ts';
import { postingsOf, withoutPlacements } from '../../shared/finance/postings.ts';
import { type IssuedStatement, type Statement } from '../../shared/finance/statement.ts';
import { totalsOf } from '../../shared/finance/totals.ts';
import { dayOf } from '../../shared/records/london.ts';
import { chargesOf, statementFor } from '../support/finance.ts';
import { anyHistory, type History, MONTHS } from '../support/finance-histories.ts';

const LAST_DAY = sundayOf(weeksOfMonth('2027-03').last);
const SEEDS = { numRuns: 1_000 };

/** What was known at the end of a history. */
const last = (history: History) => history.at(-1)!;

const sum = (charges: readonly Charge[]) => total(charges.map(({ pence }) => ({ weeks: 1, pence })));

/** A charge as text, so that two can be compared. */
const said = ({ used: { week, placement, days }, block, pence }: Charge) =>
  [week, placement.provider, placement.id, days, block?.id ?? 'spot', pence].join(' ');

describe('on any history', () => {
  test('a week is used by a person, provider and commissioner when some placement is open and not suspended', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const { placements, blocks } = last(history);
        const found = chargesOf(placements, blocks, LAST_DAY).map(({ used: { week, placement } }) =>
          personWeek(placement, week),
        );
        expect(new Set(found)).toEqual(weeksDayByDay(placements));
        expect(found).toHaveLength(new Set(found).size);
      }),
      SEEDS,
    );
  });

  test('each week is charged where asking every block in turn says', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const { placements, blocks } = last(history);
        const charges = chargesOf(placements, blocks, LAST_DAY);
        expect(charges.map(({ block }) => block?.id)).toEqual(accountsOneByOne(charges, blocks));
      }),
      SEEDS,
    );
  });

  test('what was used is what was drawn and what was on the spot; what was bought is used, left or expired', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const { placements, blocks } = last(history);
        const charges = chargesOf(placements, blocks, LAST_DAY);
        const { statement, postings } = statementFor('2027-03', { placements, blocks });
        const ours = charges.filter(({ used: { placement } }) => isOurs(placement.provider, placement.data));
        const { bought, drawn, spot, expired } = totalsOf(postings);
        expect(total([drawn, spot])).toEqual(sum(ours));
        const left = total(statement.blocks.map(({ closing }) => closing));
        expect(total([drawn, expired, left])).toEqual(bought);
        for (const { closing, terms } of statement.blocks) {
          expect(closing.weeks).toBeGreaterThanOrEqual(0);
          expect(closing.pence).toBeGreaterThanOrEqual(0);
          if (closing.weeks === 0 || dayOf(terms!.validTo) <= LAST_DAY)
            expect(closing).toEqual({ weeks: 0, pence: 0 });
        }
      }),
      SEEDS,
    );
  });

  test('the order in which records came makes no difference', () => {
    const shuffled = anyHistory.chain((history) => {
      const { placements, blocks } = last(history);
      return fc.tuple(
        fc.constant({ placements, blocks }),
        fc.shuffledSubarray(placements, { minLength: placements.length }),
        fc.shuffledSubarray(blocks, { minLength: blocks.length }),
      );
    });
    fc.assert(
      fc.property(shuffled, ([{ placements, blocks }, otherPlacements, otherBlocks]) => {
        const charges = chargesOf(placements, blocks, LAST_DAY);
        expect(chargesOf(otherPlacements, otherBlocks, LAST_DAY).map(said)).toEqual(charges.map(said));
        expect(statementFor('2027-03', { placements: otherPlacements, blocks: otherBlocks })).toEqual(
          statementFor('2027-03', { placements, blocks }),
        );
      }),
      SEEDS,
    );
  });

  test('people of whom only the use is kept move no week and no penny of any account in any month', () => {
    fc.assert(
      fc.property(anyHistory, fc.subarray(['P1', 'P2', 'P3', 'P4'], { minLength: 1 }), (history, gone) => {
        const { placements, blocks } = last(history);
        const people = [
          ...Map.groupBy(placements, ({ provider, data }) => `${provider} ${data.personRef}`).values(),
        ];
        const placed = people.map((own): PlacedPerson => ({ placements: own, attendedDays: [] }));
        const kept = placed.map((person) => {
          const [first] = person.placements;
          if (first === undefined || !gone.includes(first.data.personRef)) return person;
          const uses = [...usesOf(person, LAST_DAY)].map(([id, use]) => ({ id: `tag of ${id}`, use }));
          return personWithUses(first.provider, uses);
        });
        const postings = (of: readonly PlacedPerson[]) =>
          withoutPlacements(
            postingsOf(
              blocks,
              drawDown(
                of.flatMap((person) => placementWeeks(person, LAST_DAY)),
                blocks,
              ),
              LAST_DAY,
            ),
          );
        expect(postings(kept)).toEqual(postings(placed));
      }),
      SEEDS,
    );
  });

  test('statements with their adjustments come to what is right now, and to what each person used', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const { statements, issued } = issueAll(history);
        const { placements, blocks } = last(history);
        const ours = chargesOf(placements, blocks, LAST_DAY).filter(({ used: { placement } }) =>
          isOurs(placement.provider, placement.data),
        );
        const said = totalsOf(issued.flatMap(({ postings }) => postings));
        const people = [...Map.groupBy(ours, ({ used }) => used.placement.data.personRef).values()];
        expect(total([said.drawn, said.spot])).toEqual(total(people.map(sum)));
        expect(said).toEqual(totalsOf(statementFor('2027-03', { placements, blocks }).postings));
        expect(statements.reduce((due, each) => due + each.due.total, 0)).toBe(said.duePence);
      }),
      SEEDS,
    );
  });

  test('each statement adds up on its page and begins where the last one ended', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const closing = new Map<string, object>();
        for (const { due, blocks } of issueAll(history).statements) {
          expect(due.spot + due.bought + due.adjustments).toBe(due.total);
          for (const { block, opening, adjustments, closing: end, ...month } of blocks) {
            const nothing = { weeks: 0, pence: 0 };
            expect(opening).toEqual(closing.get(block) ?? nothing);
            const moved = [month, ...adjustments];
            expect(total([opening, ...moved.map(({ bought }) => bought)])).toEqual(
              total([end, ...moved.flatMap(({ used, expired }) => [used, expired])]),
            );
            closing.set(block, end);
          }
        }
      }),
      SEEDS,
    );
  });

  test('computing again with everything issued changes nothing', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const { issued } = issueAll(history);
        MONTHS.forEach((month, i) => {
          expect(statementFor(month, { ...history[i]!, issued }).postings).toEqual(issued[i]?.postings);
        });
        const next = statementFor('2027-04', { ...last(history), issued });
        expect(next.postings.filter(({ month }) => month < '2027-04')).toEqual([]);
        expect(next.statement.due.adjustments).toBe(0);
      }),
      SEEDS,
    );
  });
});

/** The final statements of all months, each from what was known then. */
function issueAll(history: History): { statements: Statement[]; issued: IssuedStatement[] } {
  const statements: Statement[] = [];
  const issued: IssuedStatement[] = [];
  MONTHS.forEach((month, i) => {
    const { statement, postings } = statementFor(month, { ...history[i]!, issued });
    statements.push(statement);
    issued.push({ month, postings });
  });
  return { statements, issued };
}

function isOurs(provider: string, { commissioner }: { readonly commissioner: string }): boolean {
  return provider === 'janus' && commissioner === 'northshire';
}

function personWeek({ provider, data }: PlacementRecord, week: number): string {
  return `${provider} ${data.commissioner} ${data.personRef} ${week}`;
}

/** The same by asking of every day whether a placement was open and not suspended on it. */
function weeksDayByDay(placements: readonly PlacementRecord[]): Set<string> {
  const found = new Set<string>();
  for (const placement of placements) {
    const { startsOn, endedOn = '9999-12-31', suspensions = [] } = placement.data;
    for (let day = dayOf(startsOn); day <= Math.min(dayOf(endedOn), LAST_DAY); day += 1) {
      const isSuspended = suspensions.some(({ from, to }) => dayOf(from) <= day && day <= dayOf(to));
      if (!isSuspended) found.add(personWeek(placement, weekOfDay(day)));
    }
  }
  return found;
}

/** The account of each charge, found by counting every time how many weeks each block has given so far. */
function accountsOneByOne(
  charges: readonly Charge[],
  blocks: readonly BlockRecord[],
): (string | undefined)[] {
  const accounts: (string | undefined)[] = [];
  for (const { used } of charges) {
    const { provider, data } = used.placement;
    const monday = mondayOf(used.week);
    const open = blocks
      .filter(
        ({ id, data: terms }) =>
          terms.provider === provider &&
          terms.commissioner === data.commissioner &&
          terms.service === data.service &&
          dayOf(terms.validFrom) <= monday &&
          monday < dayOf(terms.validTo) &&
          accounts.filter((account) => account === id).length < terms.weeks,
      )
      .sort((a, b) => `${a.data.validFrom} ${a.id}`.localeCompare(`${b.data.validFrom} ${b.id}`))
      .map(({ id }) => id);
    if (data.funding === 'spot') accounts.push(undefined);
    else accounts.push(data.block !== undefined && open.includes(data.block) ? data.block : open[0]);
  }
  return accounts;
}
