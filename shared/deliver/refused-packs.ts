import { byWhom } from '../platform/by-whom.ts';
import type { AppError } from '../platform/errors.ts';
import type { RefusedRequest } from '../platform/http.ts';
import type { World } from '../platform/world.ts';
import { codeSchema } from '../records/fields.ts';
import { monthSchema } from '../records/month.ts';
import { writeAudit } from '../store/audit.ts';

import type { Table } from '../store/dynamo.ts';
import { mayOpen } from './may-open.ts';

type Keeping = Pick<World, 'now' | 'newId'> & { readonly table: Table };

/**
 * Keeps in the audit what a caller was refused of packs: whatever was asked of another commissioner's, and of their own
 * or as the operator what they wanted to do and could not. How many a caller can make is bounded by the gateway's
 * throttle alone.
 */
export function keepRefusedPacks(keeping: Keeping) {
  return async ({ route, caller, params }: RefusedRequest, { code }: AppError): Promise<void> => {
    const asked = {
      commissioner: codeSchema.safeParse(params['commissioner']).data,
      month: monthSchema.safeParse(params['month']).data,
    };
    const isOthers = params['commissioner'] !== undefined && !mayOpen(caller, params['commissioner']);
    const isDeed = route.method !== 'GET' && code !== 'not-found';
    if (!isOthers && !isDeed) return;
    await writeAudit(keeping.table, {
      ...{ id: keeping.newId(), at: keeping.now().toISOString(), ...byWhom(caller) },
      ...{ action: isOthers ? 'pack-refused' : 'approval-refused', code, asked },
    });
  };
}
