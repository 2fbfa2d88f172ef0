import { ObjectError } from './object-error.ts';

const CRLF = Buffer.from('\r\n');
const LONGEST_LINE = 4096;

/**
 * Takes the `aws-chunked` coding off a body, chunk by chunk, and reads the trailers behind it.
 *
 * @param trailers filled with the trailing headers, in small letters, once the body has been read
 * @throws ObjectError 400 IncompleteBody where the body ends early or is not so coded
 */
export async function* decodeAwsChunked(
  body: AsyncIterable<Buffer>,
  trailers: Map<string, string>,
): AsyncGenerator<Buffer> {
  const source = body[Symbol.asyncIterator]();
  let buffered: Buffer = Buffer.alloc(0);

  async function more(): Promise<void> {
    const next = await source.next();
    if (next.done === true) throw incomplete();
    buffered = buffered.length === 0 ? next.value : Buffer.concat([buffered, next.value]);
  }

  async function line(): Promise<string> {
    let end = buffered.indexOf(CRLF);
    while (end === -1) {
      if (buffered.length > LONGEST_LINE) throw incomplete();
      await more();
      end = buffered.indexOf(CRLF);
    }
    const text = buffered.subarray(0, end).toString('latin1');
    buffered = buffered.subarray(end + CRLF.length);
    return text;
  }

  for (;;) {
    const [size = ''] = (await line()).split(';');
    if (!/^[0-9a-f]{1,8}$/i.test(size)) throw incomplete();
    let left = parseInt(size, 16);
    if (left === 0) break;
    while (left > 0) {
      if (buffered.length === 0) await more();
      const part = buffered.subarray(0, left);
      buffered = buffered.subarray(part.length);
      left -= part.length;
      yield part;
    }
    if ((await line()) !== '') throw incomplete();
  }
  for (let text = await line(); text !== ''; text = await line()) {
    const colon = text.indexOf(':');
    if (colon > 0) trailers.set(text.slice(0, colon).toLowerCase(), text.slice(colon + 1).trim());
  }
}

const incomplete = () => new ObjectError(400, 'IncompleteBody', 'The request body terminated unexpectedly');
