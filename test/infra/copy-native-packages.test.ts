import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyNativePackages, nativePackages } from '../../infra/constructs/copy-native-packages.ts';

let folder: string;
let from: string;
let to: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'janus-layer-'));
  [from, to] = [join(folder, 'from'), join(folder, 'to')];
  for (const [name, kind] of Object.entries(nativePackages)) {
    mkdirSync(join(from, name), { recursive: true });
    writeFileSync(join(from, name, kind === 'native' ? 'module.node' : 'index.js'), name);
  }
});

afterEach(() => rmSync(folder, { recursive: true }));

describe('copyNativePackages', () => {
  it('copies every package whole', () => {
    copyNativePackages(from, to);
    expect(existsSync(join(to, '@napi-rs/canvas-linux-x64-gnu/module.node'))).toBe(true);
    expect(existsSync(join(to, '@myriaddreamin/typst-ts-node-compiler/index.js'))).toBe(true);
    expect(existsSync(join(to, '@expo-google-fonts/source-sans-3/index.js'))).toBe(true);
  });

  it.each(Object.keys(nativePackages))('stops where %s is not installed', (name) => {
    rmSync(join(from, name), { recursive: true });
    expect(() => copyNativePackages(from, to)).toThrow(`${name} is not installed whole`);
  });

  it('stops where a package has no native module in it', () => {
    const name = '@napi-rs/canvas-linux-x64-gnu';
    rmSync(join(from, name, 'module.node'));
    cpSync(join(from, '@napi-rs/canvas/index.js'), join(from, name, 'index.js'));
    expect(() => copyNativePackages(from, to)).toThrow(/npm ci --os=linux --cpu=x64 --libc=glibc/);
  });
});
