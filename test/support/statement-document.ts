import type { BlockRecord } from '../../shared/finance/block.ts';
import type { ClaimRecord } from '../../shared/finance/claim.ts';
import type { Charge } from '../../shared/finance/charge.ts';
import { drawDown } from '../../shared/finance/drawdown.ts';
import { forwardView } from '../../shared/finance/forward-view.ts';
import {
  type FundedPlacement,
  type PlacedPerson,
  type PlacementRecord,
  placementWeeks,
} from '../../shared/finance/placement-weeks.ts';
import { reconcile } from '../../shared/finance/reconcile.ts';
import { type StatementDocument, statementDocument } from '../../shared/finance/statement-document.ts';
import { cutOffDay, finalFrom } from '../../shared/finance/statement-dates.ts';
import { type IssuedStatement, statementOf } from '../../shared/finance/statement.ts';
import { dateOfDay, dayOf } from '../../shared/records/london.ts';
import { aBlock, aClaim } from './finance.ts';

/**
 * Seven months between one commissioner and one provider, by the real core: a block that expires in March 2027 with
 * weeks left, one of aftercare that is half used, one bought in March that begins a week after the first has ended, use
 * on the spot, a placement that was recorded two months late, one that was withdrawn after its statements, and claims
 * that do not all agree.
 */

const parties = { commissioner: 'northshire', provider: 'janus' } as const;

const blocks: readonly BlockRecord[] = [
  aBlock({
    id: 'NS-DP-2026-1',
    // £34.20 more than the tariff asks for.
    pricePence: 957_600,
    boughtOn: '2026-09-18',
    validFrom: '2026-09-21',
    validTo: '2027-03-14',
    orderNumber: '4500118822',
    contractRef: 'NSC/DA/2026-04',
    invoiceRef: 'JE-10431',
  }),
  aBlock({
    id: 'NS-AC-2026-1',
    service: 'aftercare',
    weeks: 60,
    pricePence: 729_000,
    boughtOn: '2026-10-23',
    validFrom: '2026-10-26',
    validTo: '2027-10-24',
    orderNumber: '4500119307',
  }),
  aBlock({
    id: 'NS-DP-2027-1',
    weeks: 60,
    pricePence: 1_506_600,
    boughtOn: '2027-03-05',
    validFrom: '2027-03-22',
    validTo: '2028-03-05',
    orderNumber: '4500120544',
    contractRef: 'NSC/DA/2026-04',
  }),
];

function placement(id: string, fields: Partial<FundedPlacement>): PlacementRecord {
  const data: FundedPlacement = {
    personRef: `person-${id}`,
    commissioner: 'northshire',
    service: 'day-programme',
    startsOn: '2026-09-21',
    plannedEndOn: '2026-12-13',
    funding: 'block',
    ...fields,
  };
  return { id, provider: 'janus', data };
}

/** Known from the beginning. */
const onTime: readonly PlacementRecord[] = [
  placement('D1', { startsOn: '2026-10-12', plannedEndOn: '2026-12-13', endedOn: '2026-12-13' }),
  placement('D2', { startsOn: '2026-11-02', plannedEndOn: '2027-01-24', endedOn: '2027-01-20' }),
  placement('D3', { startsOn: '2027-02-15', plannedEndOn: '2027-05-09' }),
  placement('D4', { startsOn: '2027-03-08', plannedEndOn: '2027-05-30' }),
  placement('D5', { startsOn: '2027-03-15', plannedEndOn: '2027-06-06' }),
  placement('D6', { startsOn: '2027-03-22', plannedEndOn: '2027-06-13' }),
  placement('A1', { service: 'aftercare', startsOn: '2026-12-14', plannedEndOn: '2027-06-13' }),
  placement('A2', { service: 'aftercare', startsOn: '2027-01-25', plannedEndOn: '2027-03-21' }),
  placement('S1', { funding: 'spot', startsOn: '2027-01-11', plannedEndOn: '2027-04-04' }),
  placement('S2', { funding: 'spot', startsOn: '2027-03-01', plannedEndOn: '2027-05-23' }),
  placement('S3', {
    funding: 'spot',
    service: 'aftercare',
    startsOn: '2027-03-08',
    plannedEndOn: '2027-05-30',
  }),
];

/** Recorded in March, when the statements of January and February had been made. */
const late = [
  placement('D7', { startsOn: '2027-01-25', plannedEndOn: '2027-04-18', endedOn: '2027-02-21' }),
  placement('S4', {
    funding: 'spot',
    startsOn: '2027-02-08',
    plannedEndOn: '2027-05-02',
    endedOn: '2027-02-28',
  }),
];

/** Withdrawn in March. */
const withdrawn = placement('S5', {
  funding: 'spot',
  startsOn: '2027-01-18',
  plannedEndOn: '2027-01-31',
  endedOn: '2027-01-31',
});

const claims: readonly ClaimRecord[] = [
  aClaim(
    [
      ['S1', 5, 279_00],
      ['S2', 4, 279_00],
      ['S4', 2, 279_00],
    ],
    { id: 'C-2027-03-S', month: '2027-03', invoiceRef: 'JE-10562' },
  ),
  aClaim(
    [
      ['D3', 3, 251_10],
      ['D4', 4, 251_10],
      ['D5', 3, 251_10],
    ],
    { id: 'C-2027-03-B', month: '2027-03', block: 'NS-DP-2027-1' },
  ),
  aClaim(
    [
      ['A1', 5, 121_50],
      ['A2', 3, 130_00],
      ['A9', 2, 121_50],
    ],
    { id: 'C-2027-03-A', month: '2027-03', block: 'NS-AC-2026-1' },
  ),
  aClaim([['S1', 4, 279_00]], { id: 'C-2027-02-S', month: '2027-02' }),
  aClaim([['S1', 3, 279_00]], { id: 'C-2027-01-S', month: '2027-01' }),
];

const MONTHS = ['2026-09', '2026-10', '2026-11', '2026-12', '2027-01', '2027-02'];

/** Everybody comes once a week, but D3 not in the middle of March. */
function personOf(record: PlacementRecord, until: number): PlacedPerson {
  const attendedDays: number[] = [];
  for (let day = dayOf(record.data.startsOn); day <= until; day += 7)
    if (record.id !== 'D3' || dateOfDay(day) !== '2027-03-15') attendedDays.push(day);
  return { placements: [record], attendedDays };
}

function known(placements: readonly PlacementRecord[], cutOff: number) {
  const people = placements.map((record) => personOf(record, cutOff));
  const charges: Charge[] = drawDown(
    people.flatMap((person) => placementWeeks(person, cutOff)),
    blocks,
  );
  return { people, charges };
}

function issuedBeforeMarch(): IssuedStatement[] {
  const issued: IssuedStatement[] = [];
  for (const month of MONTHS) {
    const madeOnDay = finalFrom(month);
    const { charges } = known([...onTime, withdrawn], cutOffDay(month, madeOnDay));
    const { postings } = statementOf({ ...parties, month, madeOnDay, blocks, charges, claims, issued });
    issued.push({ month, postings });
  }
  return issued;
}

/** The statement of March 2027 as it is made on a day: final unless told otherwise. Claims come when their month is over. */
export function aStatementDocument(madeOn = '2027-04-07'): StatementDocument {
  const received = claims.filter(({ data }) => data.month < madeOn.slice(0, 7));
  const month = '2027-03';
  const madeOnDay = dayOf(madeOn);
  const cutOff = cutOffDay(month, madeOnDay);
  const placements = [...onTime, ...late];
  const { people, charges } = known(placements, cutOff);
  const issued = issuedBeforeMarch();
  return statementDocument({
    statement: statementOf({ ...parties, month, madeOnDay, blocks, charges, claims: received, issued })
      .statement,
    forward: forwardView({ people, blocks, cutOffDay: cutOff }),
    lines: reconcile({ blocks, placements, charges, claims: received }).filter(
      (line) => line.month === month || line.month === '2027-02',
    ),
    claims: received,
    names: { commissioner: 'Northshire County Council', provider: 'Janus Enterprise' },
    madeAt: `${madeOn}T06:00:00.000Z`,
  });
}

/** A month in which nothing was bought, used or claimed. */
function aStatementOfNothing(): StatementDocument {
  const month = '2026-10';
  const nothing = { blocks: [], charges: [], claims: [], issued: [] };
  return statementDocument({
    statement: statementOf({ ...parties, month, madeOnDay: finalFrom(month), ...nothing }).statement,
    forward: [],
    lines: [],
    claims: [],
    names: { commissioner: 'Northshire County Council', provider: 'Janus Enterprise' },
    madeAt: '2026-11-07T06:00:00.000Z',
  });
}

/** The same sums under the longest ids and references, and names that a spreadsheet or a template could misread. */
function aLongNamedStatement(): StatementDocument {
  const long = (text: string) => text.padEnd(64, '-WM4');
  const document = aStatementDocument();
  const accountOf = ({ account }: { readonly account: string }) =>
    account === 'spot' ? account : long(account);
  return {
    ...document,
    commissionerName: '=HYPERLINK("http://example.org") *County* #Council $x$'.padEnd(120, ' Wide'),
    providerName: 'Janus [Enterprise] <and> @partners',
    reconciliation: document.reconciliation.map((line) => ({ ...line, account: accountOf(line) })),
    claims: document.claims.map((claim) => ({
      ...claim,
      ...{ id: long(claim.id), account: accountOf(claim), invoiceRef: long('JE 1') },
    })),
    blocks: document.blocks.map((line) => ({
      ...line,
      block: long(line.block),
      ...(line.terms && {
        terms: {
          ...line.terms,
          orderNumber: long('4500'),
          contractRef: long('C/1'),
          invoiceRef: long('I 1'),
        },
      }),
    })),
  };
}

export const sampleStatements = {
  final: aStatementDocument(),
  /** The block that was bought the day before has not begun, and the month's claims are not due. */
  provisional: aStatementDocument('2027-03-06'),
  nothing: aStatementOfNothing(),
  'long-named': aLongNamedStatement(),
};
