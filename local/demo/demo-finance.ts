import type { Block, BlockRecord } from '../../shared/finance/block.ts';
import type { Charge } from '../../shared/finance/charge.ts';
import type { Claim, ClaimRecord } from '../../shared/finance/claim.ts';
import { drawDown } from '../../shared/finance/drawdown.ts';
import { monthOfWeek } from '../../shared/finance/iso-week.ts';
import { placementWeeks } from '../../shared/finance/placement-weeks.ts';
import { blockPrice, tariffOn } from '../../shared/finance/tariff.ts';
import { dayOf } from '../../shared/records/london.ts';
import type { demoRecords } from './demo-records.ts';
import { blocksProvider, demoCommissioners, demoLastDay } from './services.ts';

const BOUGHT_ON = '2025-04-14';
const VALID = { validFrom: '2025-04-21', validTo: '2026-12-27' } as const;

/** The blocks of the demonstration: one a commissioner, at the tariff's price. */
export function demoBlocks(): BlockRecord[] {
  return demoCommissioners.map(({ code, block: { id, weeks } }) => {
    const service = 'day-programme';
    const price = blockPrice(service, weeks, tariffOn(BOUGHT_ON));
    if (price.kind !== 'price') throw new Error(`${id} is too small a block`);
    const data: Block = {
      ...{ provider: blocksProvider.code, commissioner: code, service, weeks, pricePence: price.pence },
      ...{ boughtOn: BOUGHT_ON, ...VALID, orderNumber: `PO-${id}`, invoiceRef: `INV-${id}` },
    };
    return { id, data };
  });
}

/**
 * The claims of every month by the provider that sells blocks, as people make them: most lines as used, the first placement of
 * each claim with a week too many, the last one forgotten.
 */
export function demoClaims(
  demo: ReturnType<typeof demoRecords>,
  blocks: readonly BlockRecord[],
): ClaimRecord[] {
  const weeks = demo.flatMap(({ provider, records }) => {
    if (provider.code !== blocksProvider.code) return [];
    const placements = records.flatMap((record) => (record.type === 'placement' ? [record] : []));
    const people = Map.groupBy(placements, ({ personRef }) => personRef);
    return [...people.values()].flatMap((own) =>
      placementWeeks(
        {
          placements: own.map(({ type: _, id, ...data }) => ({ id, provider: provider.code, data })),
          attendedDays: [],
        },
        dayOf(demoLastDay),
      ),
    );
  });
  const accounts = Map.groupBy(drawDown(weeks, blocks), ({ used: { week, placement }, block }) =>
    [placement.provider, placement.data.commissioner, monthOfWeek(week), block?.id ?? 'spot'].join(' '),
  );
  return [...accounts.values()].flatMap((ofOne, i) => {
    const [first] = ofOne;
    return first === undefined
      ? []
      : [{ id: `C-${String(i + 1).padStart(3, '0')}`, data: claimOf(first, ofOne) }];
  });
}

function claimOf({ used: { week, placement }, block }: Charge, charges: readonly Charge[]): Claim {
  const byPlacement = [...Map.groupBy(charges, ({ used }) => used.placement.id)];
  const claimed = byPlacement.length > 1 ? byPlacement.slice(0, -1) : byPlacement;
  const lines = claimed.flatMap(([id, ofOne], i) => {
    const ratePence = ofOne[0]?.pence;
    return ratePence === undefined
      ? []
      : [{ placement: id, weeks: ofOne.length + (i === 0 ? 1 : 0), ratePence }];
  });
  const month = monthOfWeek(week);
  return {
    ...{ provider: placement.provider, commissioner: placement.data.commissioner, month },
    ...{ block: block?.id ?? 'spot', invoiceRef: `INV-${month}-${block?.id ?? 'SPOT'}`, lines },
    totalPence: lines.reduce((sum, line) => sum + line.weeks * line.ratePence, 0),
  };
}
