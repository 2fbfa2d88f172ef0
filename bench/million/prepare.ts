import { createWriteStream, type WriteStream } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { crowd } from '../crowd/crowd.ts';
import { pageOf } from '../prepared-pages.ts';
import { CSV_COLUMNS, csvRow } from './csv.ts';
import { pagesFile } from './read-pages.ts';

/** So much is gathered before it is written. */
const CHUNK = 1 << 20;

/**
 * Writes the same records twice into a folder: as pages of JSON, and as one CSV file for each type that the digest is
 * made of. What the digest does not need, reviews and such, the rivals never read.
 */
export async function prepare(folder: string, records: number): Promise<void> {
  const pages = new Lines(createWriteStream(pagesFile(folder)));
  const tables = new Map(
    Object.entries(CSV_COLUMNS).map(([type, columns]) => {
      const lines = new Lines(createWriteStream(join(folder, `${type}.csv`)));
      lines.add(columns.join(','));
      return [type, lines];
    }),
  );
  const files = [pages, ...tables.values()];
  for (const group of crowd(records)) {
    pages.add(pageOf(group));
    for (const record of group.records) tables.get(record.type)?.add(csvRow(group.provider, record));
    for (const file of files) await file.drain();
  }
  for (const file of files) await file.close();
}

/** Lines on their way to a file, many at a time. */
class Lines {
  private readonly gathered: string[] = [];
  private length = 0;
  private readonly stream: WriteStream;

  constructor(stream: WriteStream) {
    this.stream = stream;
  }

  add(line: string): void {
    this.gathered.push(line, '\n');
    this.length += line.length;
  }

  async drain(): Promise<void> {
    if (this.length > CHUNK) await this.write();
  }

  async close(): Promise<void> {
    await this.write();
    this.stream.end();
    await finished(this.stream);
  }

  private async write(): Promise<void> {
    this.length = 0;
    if (!this.stream.write(this.gathered.splice(0).join(''))) await once(this.stream, 'drain');
  }
}
