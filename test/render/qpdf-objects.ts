import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { QpdfObjects } from './structure-faults.ts';

export const hasQpdf = spawnSync('qpdf', ['--version']).status === 0;

/** The objects of a PDF, which qpdf found sound. */
export function qpdfObjects(bytes: Uint8Array): QpdfObjects {
  const folder = mkdtempSync(join(tmpdir(), 'qpdf-'));
  try {
    const path = join(folder, 'file.pdf');
    writeFileSync(path, bytes);
    execFileSync('qpdf', ['--check', path]);
    const json = execFileSync('qpdf', ['--json=2', '--json-stream-data=none', path], { maxBuffer: 1e8 });
    return (JSON.parse(json.toString()) as { qpdf: [unknown, QpdfObjects] }).qpdf[1];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
