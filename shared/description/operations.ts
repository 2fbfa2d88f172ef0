import type { routes } from '../platform/routes.ts';
import type { Operation, RouteKey } from './operation.ts';
import { intakeOperations } from './operations/intake-operations.ts';
import { operatorOperations } from './operations/operator-operations.ts';
import { readingOperations } from './operations/reading-operations.ts';
import { type OfType, recordOperations } from './operations/record-operations.ts';

/** Every route of the table in words; one that is missing does not compile. */
export const operations: Readonly<Record<RouteKey<(typeof routes)[number]>, Operation | OfType>> = {
  ...readingOperations,
  ...operatorOperations,
  ...intakeOperations,
  ...recordOperations,
};
