import type { ToldAccess } from '../../privacy/subject-access.ts';

/** A client by its name, or by its id where it has none any more. */
export const clientInWords = ({ name, clientId }: NonNullable<ToldAccess['client']>): string =>
  name ?? clientId;
