import type { routes } from '../platform/routes.ts';
import type { Operation, RouteKey } from './operation.ts';
import { callerOperations } from './operations/caller-operations.ts';
import { financeOperations } from './operations/finance-operations.ts';
import { intakeOperations } from './operations/intake-operations.ts';
import { operatorOperations } from './operations/operator-operations.ts';
import { packsOperations } from './operations/packs-operations.ts';
import { peopleOperations } from './operations/people-operations.ts';
import { publishedOperations } from './operations/published-operations.ts';
import { type OfType, recordOperations } from './operations/record-operations.ts';
import { uploadOperations } from './operations/upload-operations.ts';

/** Every route of the table in words; one that is missing does not compile. */
export const operations: Readonly<Record<RouteKey<(typeof routes)[number]>, Operation | OfType>> = {
  ...publishedOperations,
  ...callerOperations,
  ...packsOperations,
  ...peopleOperations,
  ...financeOperations,
  ...operatorOperations,
  ...intakeOperations,
  ...uploadOperations,
  ...recordOperations,
};
