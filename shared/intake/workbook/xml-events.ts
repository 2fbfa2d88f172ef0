import { StringDecoder } from 'node:string_decoder';
import { SaxesParser } from 'saxes';
import { notAWorkbook } from './zip-entries.ts';

type Attributes = Readonly<Record<string, string>>;

/** What is done as the pieces of a document come by; names without what is before their colon. */
export type XmlEvents = {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
};

/**
 * Reads XML as it comes and calls back; after each part it gives way, so that what was found can be used before more is
 * read. A document with a type of its own, where entities are defined, is refused, and one that is
 * nested deeper than any workbook.
 *
 * @throws AppError 422 `not-a-workbook`
 */
export async function* xmlEvents(source: AsyncIterable<Buffer>, events: XmlEvents): AsyncGenerator<void> {
  const parser = new SaxesParser();
  const refuse = () => {
    throw notAWorkbook();
  };
  let [silence, depth] = [0, 0];
  parser.on('doctype', refuse);
  parser.on('error', refuse);
  parser.on('opentag', ({ name, attributes }) => {
    silence = 0;
    depth += 1;
    if (depth > DEEPEST) refuse();
    events.open(localName(name), attributes);
  });
  parser.on('text', (text) => events.text?.(text));
  parser.on('cdata', (text) => events.text?.(text));
  parser.on('closetag', ({ name }) => {
    silence = 0;
    depth -= 1;
    events.close?.(localName(name));
  });
  const decoder = new StringDecoder('utf8');
  for await (const bytes of source) {
    for (let start = 0; start < bytes.length; start += PIECE) {
      const piece = bytes.subarray(start, start + PIECE);
      silence += piece.length;
      if (silence > LONGEST_SILENCE) refuse();
      parser.write(decoder.write(piece));
      yield;
    }
  }
  parser.write(decoder.end()).close();
  yield;
}

const PIECE = 64 * 1024;

/** A text or a tag is held whole until it ends; no cell of a spreadsheet has more than 32,767 letters. */
const LONGEST_SILENCE = 1024 * 1024;

/** Elements within elements; those of a workbook are about ten. */
const DEEPEST = 64;

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

/** Reads XML to its end. */
export async function readXml(source: AsyncIterable<Buffer>, events: XmlEvents): Promise<void> {
  const reading = xmlEvents(source, events);
  while ((await reading.next()).done !== true);
}
