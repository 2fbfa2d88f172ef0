import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The addresses that are told of releases. */
export const ADDRESSES = ['one@northshire.example', 'two@northshire.example'] as const;

/** A mail, as the outbox of this machine keeps it. */
export type Mail = { readonly to: string; readonly subject: string; readonly text: string };

/** The mails of an outbox. */
export async function readMails(folder: string): Promise<Mail[]> {
  const names = await readdir(folder).catch(() => []);
  const mails = names.filter((name) => name.startsWith('mail-'));
  return Promise.all(
    mails.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as Mail),
  );
}

/**
 * What differs of the mails on releases. Each names the address of the process that sent it, and nothing of the revision:
 * each address has one of every process that released anything. Nobody else has any. (What one process sent twice is one
 * file of the outbox, so that is not seen here.)
 *
 * @param portals the addresses of the processes whose releases were acknowledged
 */
export function mailsThatDiffer(portals: readonly string[], mails: readonly Mail[]): string[] {
  const addresses: readonly string[] = ADDRESSES;
  const found = mails
    .filter(({ to }) => !addresses.includes(to))
    .map(({ to }) => `a mail to ${to}, which is not registered`);
  for (const portal of new Set(portals))
    for (const address of addresses) {
      const count = mails.filter(({ to, text }) => to === address && text.includes(`${portal}/`)).length;
      if (count !== 1) found.push(`${count} mails to ${address} from ${portal}, where one was due`);
    }
  return found;
}
