import * as z from 'zod';
import { recordTypeNames } from '../records/registry.ts';

/** What `PUT /v1/receipts/{month}` takes: that there is nothing of a type to send for the month, or that there is. */
export const nothingToSendSchema = z.strictObject({
  type: z.enum(recordTypeNames),
  nothingToSend: z.boolean(),
});
