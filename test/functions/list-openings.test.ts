import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHandler } from '../../functions/list-openings/handler.ts';
import { toContext } from '../../shared/platform/caller.ts';
import { writeAudit } from '../../shared/store/audit.ts';
import { changeRelease } from '../../shared/store/releases.ts';
import { aQuietDocument, issueInto } from '../support/an-issued-pack.ts';
import { anHttpEvent } from '../support/http-event.ts';
import { aTable } from '../support/table.ts';

const named = { commissioner: 'northshire', month: '2026-10' };

let scene: Awaited<ReturnType<typeof aTable>>;
beforeAll(async () => {
  scene = await aTable();
  const { table } = scene;
  const deed = { id: 'released', at: '2026-11-06T10:00:00.000Z', sub: 's', clientId: 'portal' };
  const released = await issueInto(table, new Map(), aQuietDocument({ revision: 1 }));
  await changeRelease(table, released, () => ({ released: deed }));
  await issueInto(table, new Map(), aQuietDocument({ revision: 2 }));
  // 55 of what was released, and later 60 of what was not, with one of what was released among them.
  await open(1, 55, '07');
  await open(2, 60, '08');
  await open(1, 1, '08', 30);
});
afterAll(() => scene.close());

async function open(revision: number, times: number, day: string, minute = 0): Promise<void> {
  for (let i = 0; i < times; i += 1)
    await writeAudit(scene.table, {
      ...{ id: `r${revision}-${day}-${i}`, action: 'link-issued', revision, file: 'pack.pdf', ...named },
      at: `2026-11-${day}T09:${String(minute + i).padStart(2, '0')}:30.000Z`,
      ...{ clientId: 'portal', sub: 'somebody', person: true },
    });
}

type Page = { openings: { revision: number; at: string }[]; cursor?: string };

/** Every page, as somebody with these scopes turns them. */
async function pagesOf(scopes: readonly string[]): Promise<Page[]> {
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const { table } = scene;
  const world = { table: table.client, log, now: () => new Date(), newId: () => 'id' };
  const handler = createHandler({ TABLE_NAME: table.name }, world);
  const pages: Page[] = [];
  do {
    const cursor = pages.at(-1)?.cursor;
    const event = anHttpEvent({
      routeKey: 'GET /v1/packs/{commissioner}/{month}/openings',
      caller: toContext({
        ...{ clientId: 'portal', sub: 'reader', scopes, isPerson: true },
        binding: { commissioner: 'northshire' },
      }),
      pathParameters: named,
      ...(cursor !== undefined && { queryStringParameters: { cursor } }),
    });
    const { statusCode, body = '' } = await handler(event, { awsRequestId: 'r' } as never);
    expect(statusCode).toBe(200);
    pages.push(JSON.parse(body) as Page);
  } while (pages.at(-1)?.cursor !== undefined);
  return pages;
}

test('a page is filled from what a reader may see, and tells nothing of a revision that was not released', async () => {
  const pages = await pagesOf(['packs/read']);
  expect(pages.map(({ openings }) => openings.length)).toEqual([50, 6]);
  const seen = pages.flatMap(({ openings }) => openings);
  expect(new Set(seen.map(({ revision }) => revision))).toEqual(new Set([1]));
  expect(seen[0]?.at).toBe('2026-11-08T09:30:30.000Z');
  expect(pages[0]?.cursor).toBe(`${seen[49]?.at}#r1-07-6`);
});

test('whoever may release sees all of them, each once', async () => {
  const pages = await pagesOf(['packs/read', 'packs/release']);
  expect(pages.map(({ openings }) => openings.length)).toEqual([50, 50, 16]);
});
