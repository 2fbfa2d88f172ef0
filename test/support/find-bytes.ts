import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The files below a folder that hold a text, in whatever form it may be written: as UTF-8 or UTF-16, in hexadecimal,
 * or in Base64 at any of its three alignments.
 */
export async function filesHolding(folder: string, text: string): Promise<string[]> {
  const forms = formsOf(text);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.filter((each) => each.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path);
    if (forms.some((form) => bytes.includes(form))) found.push(path.slice(folder.length + 1));
  }
  return found;
}

/** A text's bytes as they are, and written in other ways; of base64 what does not depend on what stands around. */
export function formsOf(text: string): Buffer[] {
  const bytes = Buffer.from(text);
  const hex = bytes.toString('hex');
  const base64 = [0, 1, 2].map((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), bytes]);
    return whole
      .subarray(0, whole.length - (whole.length % 3))
      .toString('base64')
      .slice(before === 0 ? 0 : 4);
  });
  return [
    bytes,
    Buffer.from(text, 'utf16le'),
    ...[hex, hex.toUpperCase(), ...base64].map((form) => Buffer.from(form)),
  ];
}
