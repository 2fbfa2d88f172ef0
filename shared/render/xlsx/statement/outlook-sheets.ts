import type { StatementDocument } from '../../../finance/statement-document.ts';
import { dateInWords } from '../../../report/calendar.ts';
import { hasRate, waysOf } from '../../../report/finance/block-parts.ts';
import type { Sheet } from '../sheet.ts';
import { date, ledgerSheet, numeric, pounds, whole, words } from './ledger-sheet.ts';

/** Where the blocks that are not over stand, and what will become of them. */
export function outlookSheets({ blocks, cutOff }: StatementDocument): Sheet[] {
  const open = blocks.flatMap(({ block, terms, forward }) =>
    forward === undefined || terms === undefined ? [] : [{ block, terms, forward }],
  );
  if (open.length === 0) return [];
  return [standSheet(open, cutOff), outlookSheet(open, cutOff), burnDownSheet(open)];
}

type BlockLine = StatementDocument['blocks'][number];
type Open = {
  readonly block: string;
  readonly terms: NonNullable<BlockLine['terms']>;
  readonly forward: NonNullable<BlockLine['forward']>;
};

function standSheet(open: readonly Open[], cutOff: string): Sheet {
  return ledgerSheet({
    name: 'Block_prices',
    title: `Use and price of the blocks up to ${dateInWords(cutOff)}`,
    lines: [
      'Price of a week if no more were used = price of the block ÷ weeks used so far. What it is expected to come to is in the worksheet Outlook.',
      'From as many used weeks as break even on, the block has cost no more than the same weeks on the spot.',
      'The recent rate is that of the last whole weeks before the end, eight at most.',
    ],
    columns: [
      { title: 'Block' },
      numeric('Weeks bought'),
      numeric('Weeks used'),
      numeric('Weeks left'),
      numeric('Price of the block'),
      numeric('Left in pounds'),
      numeric('Price of a week if no more were used'),
      numeric('Spot price'),
      numeric('Weeks to break even'),
      numeric('Used in recent weeks'),
      numeric('Recent weeks'),
    ],
    rows: open.map(({ block, terms, forward }) => [
      words(block),
      whole(terms.weeks),
      whole(forward.used),
      whole(forward.left.weeks, ({ cell }) => `${cell('Weeks bought')}-${cell('Weeks used')}`),
      pounds(terms.pricePence),
      pounds(forward.left.pence),
      forward.effectivePence === undefined
        ? words(null)
        : pounds(forward.effectivePence, ({ cell }) => `${cell('Price of the block')}/${cell('Weeks used')}`),
      pounds(forward.spotPence),
      whole(forward.breakEvenWeeks),
      ...(hasRate({ forward, terms }, cutOff)
        ? [whole(forward.rate.used), whole(forward.rate.weeks)]
        : [words(null), words(null)]),
    ]),
  });
}

function outlookSheet(open: readonly Open[], cutOff: string): Sheet {
  return ledgerSheet({
    name: 'Outlook',
    title: 'Outlook of the blocks: when they run out, and what will expire',
    lines: [
      'A block that does not run out has weeks left that expire on its last day.',
      'There is no recent rate before the first whole week of a block is over.',
    ],
    columns: [
      { title: 'Block' },
      { title: 'If it is used' },
      numeric('Runs out in the week ending'),
      numeric('Weeks that will expire'),
      numeric('Charged for them'),
      numeric('Price of each used week'),
    ],
    rows: open.flatMap(({ block, terms, forward }) =>
      waysOf({ forward, terms }, cutOff).map(({ of, title }) => {
        const { runsOutOn, expiring, effectivePence } = forward[of];
        return [
          words(block),
          words(title),
          runsOutOn === undefined ? words('does not run out') : date(runsOutOn),
          whole(expiring.weeks),
          pounds(expiring.pence),
          effectivePence === undefined ? words(null) : pounds(effectivePence),
        ];
      }),
    ),
  });
}

function burnDownSheet(open: readonly Open[]): Sheet {
  const left = (weeks: number | undefined) => (weeks === undefined ? words(null) : whole(weeks));
  return ledgerSheet({
    name: 'Burn_down',
    title: 'Weeks left in the blocks at the end of each week',
    lines: ['As it was up to the end of what is known, and in two ways from then on.'],
    columns: [
      { title: 'Block' },
      { title: 'Week' },
      numeric('Monday'),
      numeric('Left'),
      numeric('Left by planned ends'),
      numeric('Left at the recent rate'),
    ],
    rows: open.flatMap(({ block, forward }) =>
      forward.burnDown.map((week) => [
        words(block),
        words(week.week),
        date(week.monday),
        left(week.left),
        left(week.byPlannedEnds),
        left(week.byRecentRate),
      ]),
    ),
  });
}
