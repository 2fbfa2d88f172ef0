import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { portalAssets } from '../../functions/show-portal/assets.ts';
import { portalBeside } from '../../infra/constructs/portal-beside.ts';

test('the build puts every file of the portal beside the function that shows it, and nothing else', () => {
  const bundle = mkdtempSync(join(tmpdir(), 'portal-'));
  try {
    portalBeside(bundle);
    expect(readdirSync(join(bundle, 'portal')).sort()).toEqual(Object.keys(portalAssets).sort());
  } finally {
    rmSync(bundle, { recursive: true });
  }
});
