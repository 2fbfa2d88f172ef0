import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Template, templateSchema } from './template.ts';

const projectRoot = fileURLToPath(new URL('../..', import.meta.url));
const cache = join(projectRoot, 'node_modules/.cache/janus-outcomes/templates');

/** What the templates are made of. */
const SOURCES = [
  'infra/**/*.ts',
  'functions/*/env.ts',
  'shared/platform/{counts,roles,routes}.ts',
  'shared/store/table.ts',
  'cdk.json',
  'package-lock.json',
];

const KEPT_MS = 24 * 3_600_000;

/** Without bundling nothing is built, and findings of the rules are the concern of the tests, not of a start. */
const CONTEXT = { 'aws:cdk:bundling-stacks': [], unchecked: true };

/**
 * The templates of `infra/`, synthesized once for each state of their sources and kept.
 *
 * @throws Error with what the synthesis said, where it fails
 */
export async function synthesizeTemplates(): Promise<Template[]> {
  const folder = join(cache, sourceHash());
  if (!existsSync(folder)) await synthesize(folder);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.template.json'))
    .sort()
    .map((name) => templateSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
}

function sourceHash(): string {
  const hash = createHash('sha256').update(process.version);
  for (const file of globSync(SOURCES, { cwd: projectRoot }).sort())
    hash.update(`\0${file}\0`).update(readFileSync(join(projectRoot, file)));
  return hash.digest('hex').slice(0, 16);
}

/** Another process may do the same at the same time: each works in a folder of its own, and the first to end stays. */
async function synthesize(folder: string): Promise<void> {
  const unfinished = `${folder}.${process.pid}`;
  mkdirSync(cache, { recursive: true });
  try {
    await runApp(unfinished);
    moveUnlessThere(unfinished, folder);
    for (const name of readdirSync(cache)) if (isForgotten(join(cache, name))) remove(join(cache, name));
  } finally {
    remove(unfinished);
  }
}

const remove = (folder: string) => rmSync(folder, { recursive: true, force: true });

/** Old enough that no other process can be about to read it. */
function isForgotten(folder: string): boolean {
  const status = statSync(folder, { throwIfNoEntry: false });
  return status !== undefined && Date.now() - status.mtimeMs > KEPT_MS;
}

function moveUnlessThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!existsSync(to)) throw error;
  }
}

function runApp(outdir: string): Promise<void> {
  const app = spawn(process.execPath, ['infra/app.ts'], {
    cwd: projectRoot,
    env: { ...process.env, CDK_OUTDIR: outdir, CDK_CONTEXT_JSON: JSON.stringify(CONTEXT) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  app.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-4000);
  });
  return new Promise((resolve, reject) => {
    app.once('error', reject);
    app.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`The stacks could not be synthesized:\n${said}`));
    });
  });
}
