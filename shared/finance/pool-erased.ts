import type { Charge } from './charge.ts';
import { isErasedId } from '../records/erased-id.ts';
import type { ClaimRecord } from './claim.ts';

/** What stands for every placement of somebody who was erased where use and claims are compared. */
export const ERASED = 'erased';

type Compared = { readonly charges: readonly Charge[]; readonly claims: readonly ClaimRecord[] };

/**
 * Use and claims in which the placements of people who were erased are one and the same: use knows them by tags, claims
 * by the marks that took the place of their ids, and nobody can tell which belongs to which.
 */
export function poolErased({ charges, claims }: Compared): Compared {
  return {
    charges: charges.map((charge) => {
      const { used } = charge;
      const { placement } = used;
      if (placement.erased !== true) return charge;
      return { ...charge, used: { ...used, placement: { ...placement, id: ERASED } } };
    }),
    claims: claims.map(({ id, data }) => ({
      id,
      data: {
        ...data,
        lines: data.lines.map((line) => (isErasedId(line.placement) ? { ...line, placement: ERASED } : line)),
      },
    })),
  };
}
