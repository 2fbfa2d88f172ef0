import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writePdf } from '../../shared/render/pdf/write-pdf.ts';
import { reportOf } from '../../shared/report/report.ts';
import { sampleDocuments as documents } from '../support/outcome-document.ts';
import { type QpdfObjects, structureFaults } from './structure-faults.ts';

const hasQpdf = spawnSync('qpdf', ['--version']).status === 0;

describe.skipIf(!hasQpdf)('by qpdf (skipped where it is not installed)', () => {
  test.each(Object.entries(documents))(
    'the %s pack is sound, and its structure has no fault',
    async (_, document) => {
      const folder = mkdtempSync(join(tmpdir(), 'pack-'));
      try {
        const path = join(folder, 'pack.pdf');
        writeFileSync(path, await writePdf(reportOf(document), document.asAt));
        execFileSync('qpdf', ['--check', path]);
        const json = execFileSync('qpdf', ['--json=2', '--json-stream-data=none', path], {
          maxBuffer: 1e8,
        }).toString();
        const [, objects] = (JSON.parse(json) as { qpdf: [unknown, QpdfObjects] }).qpdf;
        expect(structureFaults(objects)).toEqual([]);
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  );
});

test('the check finds what is missing', () => {
  const objects: QpdfObjects = {
    trailer: { value: { '/Root': '1 0 R' } },
    'obj:1 0 R': { value: { '/StructTreeRoot': '2 0 R' } },
    'obj:2 0 R': { value: { '/K': ['3 0 R', '4 0 R'] } },
    'obj:3 0 R': { value: { '/S': '/Figure' } },
    'obj:4 0 R': { value: { '/S': '/TH', '/A': { '/O': '/Table' } } },
    'obj:5 0 R': { value: { '/Type': '/FontDescriptor' } },
    'obj:6 0 R': { value: { '/Type': '/Page', '/Annots': [] } },
  };
  expect(structureFaults(objects)).toEqual([
    '06 not marked',
    '11 no language',
    '07 title not shown',
    '13 figure without text',
    '15 header cell without scope',
    '31 font not embedded',
    '28 tab order',
  ]);
});
