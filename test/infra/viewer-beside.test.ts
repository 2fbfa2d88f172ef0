import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { viewerBeside } from '../../infra/constructs/viewer-beside.ts';
import { viewerAssets } from '../../shared/description/docs-page.ts';

test('the build puts every file of the viewer beside the function that shows it, and nothing else', () => {
  const bundle = mkdtempSync(join(tmpdir(), 'viewer-'));
  try {
    viewerBeside(bundle);
    expect(readdirSync(join(bundle, 'viewer')).sort()).toEqual(Object.keys(viewerAssets).sort());
  } finally {
    rmSync(bundle, { recursive: true });
  }
});
