import * as z from 'zod';

/**
 * The number of an order, a contract or an invoice, as somebody else's ledger gave it out. It is not looked at for
 * personal identifiers: order numbers of ten digits are common, and one in eleven would pass for an NHS number.
 */
export const documentReferenceSchema = z
  .string()
  .regex(
    /^(?=.*[A-Za-z0-9])[A-Za-z0-9._/ -]{1,64}$/,
    'malformed-reference: use 1 to 64 letters, digits, spaces, full stops, underscores, slashes and hyphens',
  );
