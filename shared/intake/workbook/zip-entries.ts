import { createInflateRaw } from 'node:zlib';
import { pipeline, Readable } from 'node:stream';
import { AppError } from '../../platform/errors.ts';

/** A file of which any part can be read. */
export type Ranges = {
  readonly size: number;
  readonly read: (start: number, end: number) => AsyncIterable<Uint8Array>;
};

/** What a zip archive has inside, by name, and how each is read. */
export type ZipEntries = {
  readonly names: readonly string[];
  /** The bytes of an entry as they come, or undefined where there is none of that name. */
  readonly open: (name: string) => AsyncIterable<Buffer> | undefined;
};

type Entry = {
  readonly method: number;
  readonly packed: number;
  readonly place: number;
};

/** What all entries may be unpacked, whatever they say they are. */
const MOST_UNPACKED = 500 * 1024 * 1024;
const MOST_ENTRIES = 1_000;

const END = 0x06054b50;
const END_LENGTH = 22;
const CENTRAL = 0x02014b50;
const CENTRAL_LENGTH = 46;
const LOCAL = 0x04034b50;
const LOCAL_LENGTH = 30;
const [STORED, DEFLATED] = [0, 8];

/**
 * Opens a zip archive by its directory, at its end, and holds nothing but that. Everything that is unpacked of it is
 * counted: past 500 MB in all it is refused, however little it says it is.
 *
 * Source: PKWARE's APPNOTE.TXT, 4.3; archives of 4 GB and more (ZIP64) and encrypted ones are not read.
 *
 * @throws AppError 422 `not-a-workbook`, `too-large-unpacked`
 */
export async function openZip(file: Ranges, most = MOST_UNPACKED): Promise<ZipEntries> {
  const entries = await readDirectory(file);
  let unpacked = 0;

  async function* unpack({ method, packed, place }: Entry): AsyncGenerator<Buffer> {
    const local = await wholeOf(file.read(place, place + LOCAL_LENGTH));
    if (local.length < LOCAL_LENGTH || local.readUInt32LE(0) !== LOCAL) throw notAWorkbook();
    const start = place + LOCAL_LENGTH + local.readUInt16LE(26) + local.readUInt16LE(28);
    const bytes = file.read(start, start + packed);
    const parts: AsyncIterable<unknown> = method === DEFLATED ? inflated(bytes) : bytes;
    try {
      for await (const part of parts) {
        if (!(part instanceof Uint8Array)) continue;
        unpacked += part.length;
        if (unpacked > most) throw tooLarge();
        yield Buffer.from(part.buffer, part.byteOffset, part.byteLength);
      }
    } catch (error) {
      if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))
        throw notAWorkbook();
      throw error;
    }
  }

  return {
    names: [...entries.keys()],
    open: (name) => {
      const entry = entries.get(name);
      return entry && unpack(entry);
    },
  };
}

/** Inflates bytes as they come; whoever stops half-way stops what they come from, too. */
function inflated(bytes: AsyncIterable<Uint8Array>): AsyncIterable<unknown> {
  const inflate = createInflateRaw();
  pipeline(Readable.from(bytes), inflate, () => undefined);
  return inflate;
}

async function readDirectory(file: Ranges): Promise<Map<string, Entry>> {
  const from = Math.max(0, file.size - END_LENGTH - 0xffff);
  const tail = await wholeOf(file.read(from, file.size));
  let end = tail.length - END_LENGTH;
  while (end >= 0 && tail.readUInt32LE(end) !== END) end -= 1;
  if (end < 0) throw notAWorkbook();
  const count = tail.readUInt16LE(end + 10);
  const [length, place] = [tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)];
  if (count > MOST_ENTRIES || place + length > file.size) throw notAWorkbook();
  const directory = await wholeOf(file.read(place, place + length));

  const entries = new Map<string, Entry>();
  let at = 0;
  for (let i = 0; i < count; i += 1) {
    if (at + CENTRAL_LENGTH > directory.length || directory.readUInt32LE(at) !== CENTRAL)
      throw notAWorkbook();
    const [flags, method] = [directory.readUInt16LE(at + 8), directory.readUInt16LE(at + 10)];
    if ((flags & 1) === 1 || (method !== STORED && method !== DEFLATED)) throw notAWorkbook();
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => directory.readUInt16LE(at + offset));
    const nameAt = at + CENTRAL_LENGTH;
    const name = directory.toString('utf8', nameAt, nameAt + (nameLength ?? 0));
    if (entries.has(name)) throw notAWorkbook();
    entries.set(name, {
      method,
      packed: directory.readUInt32LE(at + 20),
      place: directory.readUInt32LE(at + 42),
    });
    at = nameAt + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return entries;
}

async function wholeOf(parts: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const part of parts) all.push(part);
  return Buffer.concat(all);
}

/** What is told of a file that cannot be read as a workbook. */
export function notAWorkbook(): AppError {
  const detail =
    'This cannot be read as a workbook (.xlsx); nothing was read. Save it as “Excel workbook (.xlsx)”, without a password.';
  return new AppError(422, 'not-a-workbook', detail);
}

function tooLarge(): AppError {
  const detail = 'The workbook is more than 500 MB unpacked; nothing was read. Split it, or send CSV.';
  return new AppError(422, 'too-large-unpacked', detail);
}
