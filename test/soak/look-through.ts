import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inParallel } from '../../shared/store/in-parallel.ts';
import { formsOf } from '../support/find-bytes.ts';
import type { Call } from '../support/system.ts';
import { KINDS } from './contents.ts';
import type { Listed, Read, Seen } from './differences.ts';
import { versionsIn } from './versions-in.ts';
import { keyOf, type Oracle } from './oracle.ts';
import type { Content } from './state.ts';

type Told = Content & { readonly id: string; readonly type: string; readonly version: number };

const AT_ONCE = 16;

/** Reads everything in every way: lists to their end, and each record that was ever sent by its id and its versions. */
export async function lookThrough(
  oracle: Oracle,
  callOf: (provider: string) => Promise<Call>,
): Promise<Seen> {
  const providers = [...new Set([...oracle.records.values()].map(({ provider }) => provider))];
  const listed: Listed[] = [];
  for (const provider of providers)
    for (const type of KINDS) listed.push(...(await listOf(provider, type, await callOf(provider))));
  const read = await inParallel(AT_ONCE, [...oracle.records], async ([key, { provider, type, id }]) => {
    const call = await callOf(provider);
    return [key, await readOf(call, `/v1/${type}s/${id}`)] as const;
  });
  return { listed, read: new Map(read) };
}

async function listOf(provider: string, type: string, call: Call): Promise<Listed[]> {
  const all: Listed[] = [];
  let cursor: string | undefined;
  do {
    const after = cursor === undefined ? '' : `?cursor=${encodeURIComponent(cursor)}`;
    const { status, body } = await call('GET', `/v1/${type}s${after}`);
    if (status !== 200) throw new Error(`a list of ${type}s answered ${status}`);
    const records = body['records'] as Told[];
    all.push(
      ...records.map(({ id, type: kind, version, recordedAt: _, withdrawn, ...content }): Listed => {
        const key = keyOf({ provider, type: kind, id, personRef: '' });
        return withdrawn === undefined
          ? { key, state: { kind: 'present', version, content } }
          : { key, state: { kind: 'withdrawn', version } };
      }),
    );
    cursor = body['cursor'] as string | undefined;
  } while (cursor !== undefined);
  return all;
}

async function readOf(call: Call, path: string): Promise<Read> {
  const { status, body } = await call('GET', path);
  const { type: _, id: __, recordedAt: ___, version, ...content } = body;
  const versions = versionsIn(await call('GET', `${path}/history`));
  if (status === 200) return { got: { kind: 'present', version: Number(version), content }, versions };
  return { got: { kind: body['code'] === 'withdrawn' ? 'withdrawn' : 'absent' }, versions };
}

/** How many journeys there are: people whose placement stands, and a session that they attended. */
export function journeysIn({ listed }: Seen): number {
  const standing = (type: string, is: (content: Content) => boolean) =>
    new Set(
      listed.flatMap(({ key, state }) =>
        key.includes(` ${type} `) && state.kind === 'present' && is(state.content)
          ? [`${key.split(' ')[0] ?? ''} ${String(state.content['personRef'])}`]
          : [],
      ),
    );
  const attended = standing('session', ({ attendance }) => attendance === 'attended');
  return [...standing('placement', () => true)].filter((person) => attended.has(person)).length;
}

/** The files below a folder that hold any of these texts, in whatever form; each file is read once. */
export async function filesHoldingAny(folder: string, texts: readonly string[]): Promise<string[]> {
  const forms = texts.flatMap(formsOf);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.filter((each) => each.isFile())) {
    const bytes = await readFile(join(entry.parentPath, entry.name));
    if (forms.some((form) => bytes.includes(form))) found.push(entry.name);
  }
  return found;
}
