/**
 * Sends a file of records in batches, with a bar of how far it is and a table of what was refused.
 *
 *     npm run submit -- --file sessions.csv --type session
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { errorTable, type RowError } from './submit/error-table.ts';
import { tokensOf } from './submit/fetch-token.ts';
import type { Part } from './submit/part.ts';
import { progressBar } from './submit/progress-bar.ts';
import { readParts } from './submit/read-parts.ts';
import { type PartAnswer, sendPart } from './submit/send-part.ts';

const USAGE = `Usage: npm run submit -- --file FILE [--type TYPE] [--validate] [--base ADDRESS]
                          (--token TOKEN | --token-url ADDRESS --client ID)

  --file       a .csv, .ndjson or .json file of records
  --type       what they are, where the file does not say: placement, session, test, lapse, …
  --validate   says what would happen and writes nothing
  --base       where the interface is; else JANUS_BASE, else http://127.0.0.1:8787
  --token      a token; else JANUS_TOKEN
  --token-url  where a token is fetched; else JANUS_TOKEN_URL
  --client     for which client; else JANUS_CLIENT; its secret is in JANUS_SECRET, never on the command line

Ends with 0 where everything was taken in, 1 where records were refused, 2 where it could not be sent. Sending the
same file again is safe.`;

/** A header is the first row of a spreadsheet, so its first record is the second; other files count from 1. */
const FIRST_ROW = { csv: 2, other: 1 } as const;

try {
  const { values } = parseArgs({
    options: {
      file: { type: 'string' },
      type: { type: 'string' },
      validate: { type: 'boolean', default: false },
      base: { type: 'string', default: process.env['JANUS_BASE'] ?? 'http://127.0.0.1:8787' },
      token: { type: 'string' },
      'token-url': { type: 'string' },
      client: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) console.log(USAGE);
  else if (values.file === undefined) throw new Error(USAGE);
  else {
    const asked = { type: values.type, mode: values.validate ? 'validate' : 'commit' };
    const parts = readParts(values.file, await readFile(values.file), asked);
    const destination = { baseUrl: values.base.replace(/\/$/, ''), token: tokenSource(values) };
    const errors = await sendAll(parts, (part) => sendPart(destination, part));
    if (errors.length > 0) process.exitCode = 1;
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}

function tokenSource(values: {
  readonly token?: string | undefined;
  readonly 'token-url'?: string | undefined;
  readonly client?: string | undefined;
}): () => Promise<string> {
  const { env } = process;
  const token = values.token ?? env['JANUS_TOKEN'];
  if (token !== undefined) return () => Promise.resolve(token);
  const [tokenUrl, client] = [
    values['token-url'] ?? env['JANUS_TOKEN_URL'],
    values.client ?? env['JANUS_CLIENT'],
  ];
  const secret = env['JANUS_SECRET'];
  if (tokenUrl === undefined || client === undefined || secret === undefined) throw new Error(USAGE);
  return tokensOf(tokenUrl, client, secret);
}

async function sendAll(
  parts: readonly Part[],
  send: (part: Part) => Promise<PartAnswer>,
): Promise<readonly RowError[]> {
  const all = parts.reduce((sum, { records }) => sum + records, 0);
  const counts = new Map<string, number>();
  const errors: RowError[] = [];
  let done = 0;
  for (const part of parts) {
    const answer = await send(part);
    for (const [outcome, count] of Object.entries(answer.counts))
      counts.set(outcome, (counts.get(outcome) ?? 0) + count);
    errors.push(...errorsIn(answer, part));
    done += part.records;
    show(progressBar(done, all, counts.get('rejected') ?? 0), done === all);
  }
  for (const line of errorTable(errors)) console.log(line);
  console.log(
    [...counts].map(([outcome, count]) => `${outcome} ${count.toLocaleString('en-GB')}`).join(', '),
  );
  return errors;
}

/** On a terminal the bar stays in its line; elsewhere each is a line of its own. */
function show(bar: string, isLast: boolean): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${bar}${isLast ? '\n' : ''}`);
  else console.error(bar);
}

function errorsIn({ results }: PartAnswer, { before, contentType }: Part): RowError[] {
  const first = contentType === 'text/csv' ? FIRST_ROW.csv : FIRST_ROW.other;
  return results.flatMap(({ index, row, type = '', id = '', errors = [] }) =>
    errors.map(({ field, message }) => ({
      row: before + (row ?? index + first),
      type,
      id,
      field,
      message,
    })),
  );
}
