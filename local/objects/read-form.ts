import type { IncomingMessage } from 'node:http';
import { ObjectError } from './object-error.ts';

/** A form with one file: the fields before it, and its bytes as they come. */
export type Form = { readonly fields: ReadonlyMap<string, string>; readonly file: AsyncGenerator<Buffer> };

const MOST_FIELDS = 64 * 1024;

/** Whether a request is a form. */
export const isForm = ({ headers }: IncomingMessage) =>
  (headers['content-type'] ?? '').startsWith('multipart/form-data');

/**
 * Reads a form (RFC 7578) up to its file, whose bytes are read as they are asked for; what comes after it is not looked at.
 *
 * @throws ObjectError 400 `MalformedPOSTRequest`
 */
export async function readForm(request: IncomingMessage): Promise<Form> {
  const [, quoted, plain] =
    /boundary=(?:"([^"]+)"|([^;]+))/.exec(request.headers['content-type'] ?? '') ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined) throw malformed();
  const mark = Buffer.from(`\r\n--${boundary}`);
  const parts = request[Symbol.asyncIterator]();
  // The first mark has no new line before it.
  let bytes = Buffer.from('\r\n');
  const more = async (): Promise<boolean> => {
    const next: IteratorResult<unknown> = await parts.next();
    if (next.done === true || !Buffer.isBuffer(next.value)) return false;
    bytes = Buffer.concat([bytes, next.value]);
    return true;
  };
  const upTo = async (end: Buffer | string): Promise<string> => {
    let at = bytes.indexOf(end);
    for (; at === -1; at = bytes.indexOf(end))
      if (bytes.length > MOST_FIELDS || !(await more())) throw malformed();
    const text = bytes.toString('utf8', 0, at);
    bytes = bytes.subarray(at + end.length);
    return text;
  };

  const fields = new Map<string, string>();
  await upTo(mark);
  for (;;) {
    const [, name] = /name="([^"]*)"/i.exec(await upTo('\r\n\r\n')) ?? [];
    if (name === undefined) throw malformed();
    if (name === 'file') break;
    fields.set(name.toLowerCase(), await upTo(mark));
  }

  async function* file(): AsyncGenerator<Buffer> {
    for (;;) {
      const at = bytes.indexOf(mark);
      const end = at === -1 ? Math.max(0, bytes.length - mark.length) : at;
      if (end > 0) yield bytes.subarray(0, end);
      bytes = bytes.subarray(end);
      if (at !== -1) break;
      if (!(await more())) throw malformed();
    }
    // The connection is free for another request once all of this one was taken in.
    do bytes = Buffer.alloc(0);
    while (await more());
  }
  return { fields, file: file() };
}

const malformed = () =>
  new ObjectError(400, 'MalformedPOSTRequest', 'The body of your POST request is not well-formed.');
