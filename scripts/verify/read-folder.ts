import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Everything in a folder, by its path in it. What is neither a file nor a folder, such as a link to elsewhere, is there
 * with nothing in it.
 */
export async function readFolder(folder: string): Promise<Map<string, Uint8Array>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = new Map<string, Uint8Array>();
  for (const entry of entries.filter((each) => !each.isDirectory())) {
    const at = path.join(entry.parentPath, entry.name);
    const name = path.relative(folder, at).split(path.sep).join('/');
    files.set(name, entry.isFile() ? await readFile(at) : new Uint8Array());
  }
  return files;
}
