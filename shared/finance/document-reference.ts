import * as z from 'zod';

/**
 * The number of an order, a contract or an invoice, as somebody else's ledger gave it out. It is not looked at for
 * personal identifiers: order numbers of ten digits are common, and one in eleven would pass for an NHS number. Words of five letters or more are none, so that no name is kept in it.
 */
export const documentReferenceSchema = z
  .string()
  .regex(
    /^(?=.*\d)(?!(?:.* )?[A-Za-z]{5,}(?: |$))[A-Za-z0-9._/ -]{1,64}$/,
    'malformed-reference: send the number alone: 1 to 64 letters, digits, spaces, full stops, underscores, slashes and hyphens, with a digit, and no words or names',
  );
