import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aBlock, aClaim } from '../support/finance.ts';
import { aSentPlacement } from '../support/sent.ts';
import { aSystem, type Call, type System } from '../support/system.ts';

/** Blocks and claims through HTTP: what is taken in, what is refused and how, and who sees what. */

const provider = 'janus-enterprise';
const finance = ['finance/read', 'finance/write'];

let system: System;
let seller: Call;
let payer: Call;
let otherSeller: Call;
let otherPayer: Call;
let operator: Call;

beforeAll(async () => {
  system = await aSystem();
  await system.operator('PUT', '/v1/providers/other', { name: 'Other' });
  await system.operator('PUT', '/v1/commissioners/eastshire', { name: 'Eastshire' });
  const { clientOf } = system;
  seller = await clientOf('seller', { provider, scopes: finance });
  payer = await clientOf('payer', { commissioner: 'northshire', scopes: finance });
  otherSeller = await clientOf('other-seller', { provider: 'other', scopes: finance });
  otherPayer = await clientOf('other-payer', { commissioner: 'eastshire', scopes: finance });
  operator = await clientOf('finance-operator', { operator: true, scopes: finance });
});
afterAll(() => system.stop());

const block = (more: object = {}) => ({ ...aBlock({ provider }).data, ...more });
const claim = (more: object = {}) => ({ ...aClaim([['P-1', 4, 27_900]], { provider }).data, ...more });

describe('a block', () => {
  test('is created, found unchanged, amended under its version, and read with its tag', async () => {
    const path = '/v1/blocks/B-1';
    const created = await seller('PUT', path, block());
    expect(created).toMatchObject({ status: 201, body: { id: 'B-1', outcome: 'created', version: 1 } });
    expect(created.headers.get('etag')).toBe('"1"');
    expect(await payer('PUT', path, block())).toMatchObject({
      status: 200,
      body: { outcome: 'unchanged', version: 1 },
    });
    const amended = await payer('PUT', path, block({ orderNumber: 'PO 7/26' }), { 'if-match': '"1"' });
    expect(amended).toMatchObject({ status: 200, body: { outcome: 'amended', version: 2 } });
    expect(await seller('PUT', path, block({ weeks: 40 }), { 'if-match': '"1"' })).toMatchObject({
      status: 412,
      body: { code: 'version-conflict' },
    });
    const read = await seller('GET', path);
    expect(read).toMatchObject({ status: 200, body: { id: 'B-1', version: 2, ...block() } });
    expect([read.body['orderNumber'], read.headers.get('etag')]).toEqual(['PO 7/26', '"2"']);
    expect(read.body).not.toHaveProperty('hash');
  });

  test('that must not be there yet replaces none, and an empty condition is refused', async () => {
    const path = '/v1/blocks/B-conditions';
    const isNew = { 'if-none-match': '*' };
    expect((await seller('PUT', path, block(), isNew)).status).toBe(201);
    expect((await seller('PUT', path, block({ weeks: 40 }), isNew)).status).toBe(412);
    for (const [method, sent] of [['PUT', block({ weeks: 40 })], ['DELETE']] as const)
      expect(await seller(method, path, sent, { 'if-match': '' })).toMatchObject({
        status: 400,
        body: { code: 'invalid-if-match' },
      });
    expect((await seller('GET', path)).body).toMatchObject({ version: 1, weeks: 36 });
    expect((await seller('DELETE', path, undefined, { 'if-match': '"1"' })).status).toBe(200);
  });

  test('is told what the tariff asks, and warned of another price without its being repeated', async () => {
    const path = '/v1/blocks/B-tariff';
    const atTariff = await seller('PUT', path, block());
    expect(atTariff.body).toEqual({ id: 'B-tariff', outcome: 'created', version: 1, tariffPence: 954_180 });
    const agreed = await payer('PUT', path, block({ weeks: 60, pricePence: 1_487_313 }));
    expect(agreed).toMatchObject({ status: 200, body: { outcome: 'amended', tariffPence: 1_506_600 } });
    expect(agreed.body['warnings']).toEqual([
      {
        ...{ field: 'pricePence', code: 'differs-from-tariff' },
        message: expect.stringContaining('not what the tariff asks') as unknown,
      },
    ]);
    expect(JSON.stringify(agreed.body)).not.toContain('1487313');
    expect((await seller('GET', path)).body).not.toHaveProperty('tariffPence');
    await seller('DELETE', path);
  });

  test('keeps its provider, commissioner and service', async () => {
    await operator('PUT', '/v1/blocks/B-2', block());
    const moved = { provider: 'other', commissioner: 'eastshire', service: 'aftercare', weeks: 60 };
    expect(await operator('PUT', '/v1/blocks/B-2', block(moved))).toMatchObject({
      status: 409,
      body: {
        code: 'fixed-field',
        errors: ['provider', 'commissioner', 'service'].map((field) => ({ field, code: 'fixed-field' })),
      },
    });
    expect((await operator('GET', '/v1/blocks/B-2')).body).toMatchObject({ version: 1, ...block() });
  });

  test('is its provider’s own word: a commissioner reads it, and neither sends, amends nor withdraws it', async () => {
    await seller('PUT', '/v1/claims/C-own', claim());
    for (const [method, body] of [
      ['PUT', claim({ totalPence: 4, lines: [{ placement: 'P-1', weeks: 4, ratePence: 1 }] })],
      ['DELETE', undefined],
    ] as const)
      expect(await payer(method, '/v1/claims/C-own', body)).toMatchObject({
        status: 403,
        body: { code: 'providers-own-word' },
      });
    expect((await payer('GET', '/v1/claims/C-own')).body).toMatchObject({ version: 1, ...claim() });
  });

  test('that is wrong is refused with everything that is wrong', async () => {
    const wrong = block({
      ...{ provider: 'other', commissioner: 'nowhere', service: 'gym', weeks: '36', pricePence: 1.5 },
      ...{ boughtOn: 'soon', validFrom: '2026-01-06', validTo: '2027-01-02', invoiceRef: '?', note: 'x' },
    });
    const answer = await seller('PUT', '/v1/blocks/B-wrong', wrong);
    expect(answer).toMatchObject({ status: 422, body: { code: 'invalid-entry' } });
    const errors = answer.body['errors'] as { field: string; code: string; message: string }[];
    expect(errors.map(({ field, code }) => [field, code]).sort()).toEqual([
      ['boughtOn', 'invalid-date'],
      ['commissioner', 'unknown-commissioner'],
      ['invoiceRef', 'malformed-reference'],
      ['note', 'unknown-field'],
      ['pricePence', 'wrong-type'],
      ['provider', 'other-provider'],
      ['service', 'not-allowed'],
      ['validFrom', 'not-a-monday'],
      ['validTo', 'not-a-sunday'],
      ['weeks', 'wrong-type'],
    ]);
    expect(errors).toContainEqual(expect.objectContaining({ field: 'provider', allowed: [provider] }));
    const saidOf = (field: string) => errors.find((error) => error.field === field)?.message;
    expect([saidOf('pricePence'), saidOf('weeks')]).toEqual(['send whole pence', 'send a whole number']);
    expect((await seller('GET', '/v1/blocks/B-wrong')).status).toBe(404);
  });

  test.each([
    ['spot', 'reserved-id'],
    ['9434765919', 'personal-identifier'],
  ])('is not called %s', async (id, code) => {
    expect(await seller('PUT', `/v1/blocks/${id}`, block())).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'id', code }] },
    });
  });
});

describe('a claim', () => {
  test('is created, found unchanged, amended under its version, and read with its lines', async () => {
    const path = '/v1/claims/C-1';
    const created = await seller('PUT', path, claim());
    expect(created).toMatchObject({ status: 201, body: { id: 'C-1', outcome: 'created', version: 1 } });
    expect(created.headers.get('etag')).toBe('"1"');
    expect((await seller('PUT', path, claim())).body).toMatchObject({ outcome: 'unchanged', version: 1 });
    const amended = await seller('PUT', path, claim({ invoiceRef: 'INV-1' }), { 'if-match': '"1"' });
    expect(amended).toMatchObject({ status: 200, body: { outcome: 'amended', version: 2 } });
    expect((await seller('PUT', path, claim(), { 'if-match': '"1"' })).status).toBe(412);
    expect((await seller('PUT', '/v1/claims/C-none', claim(), { 'if-match': '*' })).status).toBe(412);
    expect(await payer('GET', path)).toMatchObject({
      status: 200,
      body: { version: 2, invoiceRef: 'INV-1', lines: [{ placement: 'P-1', weeks: 4, ratePence: 27_900 }] },
    });
  });

  test('names a block of both its parties, and of nobody else', async () => {
    await operator('PUT', '/v1/blocks/B-theirs', block({ provider: 'other' }));
    await operator('PUT', '/v1/blocks/B-east', block({ commissioner: 'eastshire' }));
    await seller('PUT', '/v1/blocks/B-ours', block());
    for (const id of ['B-absent', 'B-theirs', 'B-east'])
      expect(await seller('PUT', '/v1/claims/C-2', claim({ block: id }))).toMatchObject({
        status: 422,
        body: { errors: [{ field: 'block', code: 'unknown-block' }] },
      });
    expect((await seller('PUT', '/v1/claims/C-2', claim({ block: 'B-ours' }))).status).toBe(201);
  });

  test('is its provider’s own word: a commissioner reads it, and neither sends, amends nor withdraws it', async () => {
    await seller('PUT', '/v1/claims/C-own', claim());
    for (const [method, body] of [
      ['PUT', claim({ totalPence: 4, lines: [{ placement: 'P-1', weeks: 4, ratePence: 1 }] })],
      ['DELETE', undefined],
    ] as const)
      expect(await payer(method, '/v1/claims/C-own', body)).toMatchObject({
        status: 403,
        body: { code: 'providers-own-word' },
      });
    expect((await payer('GET', '/v1/claims/C-own')).body).toMatchObject({ version: 1, ...claim() });
  });

  test('that is wrong is refused with everything that is wrong', async () => {
    const wrong = claim({
      ...{ commissioner: 'nowhere', month: '2026-13', invoiceRef: '', totalPence: 1 },
      lines: [
        { placement: 'P-1', weeks: 0, ratePence: 1 },
        { placement: 'J. Smith', weeks: 1, ratePence: -1, name: 'x' },
      ],
    });
    const { status, body } = await seller('PUT', '/v1/claims/C-wrong', wrong);
    expect(status).toBe(422);
    const errors = body['errors'] as { field: string; code: string }[];
    expect(errors.map(({ field, code }) => [field, code]).sort()).toEqual([
      ['commissioner', 'unknown-commissioner'],
      ['invoiceRef', 'malformed-reference'],
      ['lines.0.weeks', 'out-of-range'],
      ['lines.1.name', 'unknown-field'],
      ['lines.1.placement', 'malformed-id'],
      ['lines.1.ratePence', 'out-of-range'],
      ['month', 'invalid-month'],
    ]);
    expect(JSON.stringify(body)).not.toContain('Smith');
    expect(await seller('PUT', '/v1/claims/C-wrong', claim({ totalPence: 1 }))).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'totalPence', code: 'total-differs' }] },
    });
    expect((await seller('PUT', '/v1/claims/C-wrong', claim({ person: 'SU-1' }))).status).toBe(422);
    expect((await seller('GET', '/v1/claims/C-wrong')).status).toBe(404);
  });

  test('may be moved to the right commissioner and month, and stays its provider’s', async () => {
    await seller('PUT', '/v1/claims/C-3', claim({ month: '2025-11' }));
    const right = claim({ commissioner: 'eastshire', month: '2025-12' });
    expect((await seller('PUT', '/v1/claims/C-3', right)).body).toMatchObject({ outcome: 'amended' });
    expect((await payer('GET', '/v1/claims/C-3')).status).toBe(404);
    expect((await payer('GET', '/v1/claims?month=2025-11')).body['claims']).toEqual([]);
    expect((await otherPayer('GET', '/v1/claims?month=2025-12')).body['claims']).toMatchObject([
      { id: 'C-3' },
    ]);
    expect(await operator('PUT', '/v1/claims/C-3', { ...right, provider: 'other' })).toMatchObject({
      status: 409,
      body: { code: 'fixed-field', errors: [{ field: 'provider' }] },
    });
  });
});

describe('lists', () => {
  test('tell each party its own blocks, and the operator all', async () => {
    const idsFor = async (call: Call) =>
      ((await call('GET', '/v1/blocks')).body['blocks'] as { id: string }[]).map(({ id }) => id);
    expect(await idsFor(seller)).toEqual(['B-1', 'B-2', 'B-east', 'B-ours']);
    expect(await idsFor(payer)).toEqual(['B-1', 'B-2', 'B-ours', 'B-theirs']);
    expect(await idsFor(otherSeller)).toEqual(['B-theirs']);
    expect(await idsFor(operator)).toEqual(['B-1', 'B-2', 'B-east', 'B-ours', 'B-theirs']);
  });

  test('tell each party its own claims of a month without their lines, and the operator all', async () => {
    const month = '2026-07';
    await seller('PUT', '/v1/claims/C-7', claim({ month }));
    await otherSeller('PUT', '/v1/claims/C-8', claim({ month, provider: 'other' }));
    await seller('PUT', '/v1/claims/C-9', claim({ month, commissioner: 'eastshire' }));
    const idsFor = async (call: Call) =>
      ((await call('GET', `/v1/claims?month=${month}`)).body['claims'] as { id: string }[]).map(
        ({ id }) => id,
      );
    expect(await idsFor(seller)).toEqual(['C-7', 'C-9']);
    expect(await idsFor(payer)).toEqual(['C-7', 'C-8']);
    expect(await idsFor(otherPayer)).toEqual(['C-9']);
    expect(await idsFor(operator)).toEqual(['C-9', 'C-7', 'C-8']);
    const { body } = await seller('GET', `/v1/claims?month=${month}`);
    expect(body).toMatchObject({ month, claims: [{ id: 'C-7', version: 1, totalPence: 111_600 }, {}] });
    expect(JSON.stringify(body)).not.toContain('P-1');
  });

  test.each(['', '?month=2026', '?month=2026-13', '?month=July'])(
    'of claims are of a month: not of "%s"',
    async (query) => {
      expect(await seller('GET', `/v1/claims${query}`)).toMatchObject({
        status: 400,
        body: { code: 'invalid-month' },
      });
    },
  );
});

describe('what belongs to others', () => {
  test.each([
    ['blocks', block],
    ['claims', claim],
  ])('is absent among %s, its id is in use, and it stays as it was', async (collection, entry) => {
    const path = `/v1/${collection}/own-1`;
    await seller('PUT', path, entry());
    for (const [call, own] of [
      [otherSeller, { provider: 'other' }],
      [otherPayer, { commissioner: 'eastshire' }],
    ] as const) {
      const absent = await call('GET', `/v1/${collection}/absent-1`);
      expect(absent.status).toBe(404);
      expect(await call('GET', path)).toMatchObject({ status: 404, body: absent.body });
      const over = await call('PUT', path, entry(own), { 'if-match': '"7"' });
      const isClaimed = collection === 'claims' && call === otherPayer;
      expect(over).toMatchObject(
        isClaimed
          ? { status: 403, body: { code: 'providers-own-word' } }
          : { status: 409, body: { code: 'id-in-use' } },
      );
      expect(JSON.stringify(over.body)).not.toMatch(/janus-enterprise|northshire/);
    }
    expect((await seller('GET', path)).body).toMatchObject({ version: 1, ...entry() });
  });

  test.each([
    ['blocks', block],
    ['claims', claim],
  ])('is not sent for %s, and the operator’s codes are checked', async (collection, entry) => {
    const path = `/v1/${collection}/new-1`;
    const errorsOf = async (call: Call, more: object) =>
      ((await call('PUT', path, entry(more))).body['errors'] as { code: string }[]).map(({ code }) => code);
    expect(await errorsOf(otherSeller, {})).toEqual(['other-provider']);
    if (collection === 'blocks') expect(await errorsOf(otherPayer, {})).toEqual(['other-commissioner']);
    expect(await errorsOf(operator, { provider: 'x', commissioner: 'y' })).toEqual([
      'unknown-provider',
      'unknown-commissioner',
    ]);
    expect((await operator('GET', path)).status).toBe(404);
  });
});

describe('what is withdrawn', () => {
  test.each([
    ['blocks', block],
    ['claims', claim],
  ])(
    'of %s is gone, keeps its id for those it is between, and may be sent again',
    async (collection, entry) => {
      const path = `/v1/${collection}/back-1`;
      const sent = entry({ ...(collection === 'claims' && { month: '2026-08' }) });
      const list = async (call: Call) => {
        const { body } = await call('GET', `/v1/${collection}?month=2026-08`);
        return (body[collection] as { id: string }[]).map(({ id }) => id);
      };
      expect((await seller('DELETE', path)).status).toBe(404);
      await seller('PUT', path, sent);
      expect(await list(payer)).toContain('back-1');

      expect((await otherSeller('DELETE', path)).status).toBe(404);
      expect((await otherPayer('DELETE', path)).status).toBe(collection === 'blocks' ? 404 : 403);
      const stale = { 'if-match': '"2"' };
      expect(await seller('DELETE', path, undefined, stale)).toMatchObject({
        status: 412,
        body: { code: 'version-conflict' },
      });
      const gone = await (collection === 'blocks' ? payer : seller)('DELETE', path, undefined, {
        'if-match': '"1"',
      });
      expect(gone).toMatchObject({ status: 200, body: { id: 'back-1', outcome: 'withdrawn', version: 2 } });
      expect([Object.keys(gone.body), gone.headers.get('etag')]).toEqual([
        ['id', 'outcome', 'version'],
        '"2"',
      ]);
      // Again, as of records, it is the same; only a version that is not there any more is refused.
      expect(await operator('DELETE', path)).toMatchObject({ status: 200, body: gone.body });
      for (const ifMatch of ['"1"', '*'])
        expect((await seller('DELETE', path, undefined, { 'if-match': ifMatch })).status).toBe(412);

      for (const call of [seller, payer, operator]) {
        expect(await call('GET', path)).toMatchObject({ status: 404, body: { code: 'withdrawn' } });
        expect(await list(call)).not.toContain('back-1');
      }
      expect((await otherSeller('GET', path)).body).toMatchObject({ code: 'not-found' });

      const foreign = await otherSeller('PUT', path, { ...sent, provider: 'other' });
      expect(foreign).toMatchObject({ status: 409, body: { code: 'id-in-use' } });
      expect(await operator('PUT', path, { ...sent, provider: 'other' })).toMatchObject({
        status: 409,
        body: { errors: [{ field: 'provider', code: 'fixed-field' }] },
      });
      expect((await seller('PUT', path, sent, { 'if-match': '*' })).status).toBe(412);
      expect(await seller('PUT', path, sent)).toMatchObject({
        status: 201,
        body: { outcome: 'created', version: 3 },
      });
      expect((await payer('GET', path)).body).toMatchObject({ version: 3, ...sent });
      expect(await list(payer)).toContain('back-1');
    },
  );

  test('and whatever was sent is in the audit, with who sent it', async () => {
    await seller('PUT', '/v1/blocks/B-audited', block());
    await payer('PUT', '/v1/blocks/B-audited', block({ orderNumber: 'PO 8/26' }));
    await payer('DELETE', '/v1/blocks/B-audited');
    const { body } = await system.operator('GET', '/v1/audit?month=2026-11');
    const entries = (body['entries'] as { entry?: string }[]).filter(({ entry }) => entry === 'B-audited');
    expect(entries).toMatchObject([
      { action: 'block-withdrawn', version: 3, client: { name: 'payer' } },
      { action: 'block-sent', version: 2, client: { name: 'payer' } },
      { action: 'block-sent', version: 1, client: { name: 'seller' } },
    ]);
  });

  test('is a block that no claim may name', async () => {
    await seller('PUT', '/v1/blocks/B-mistake', block());
    await seller('PUT', '/v1/claims/C-before', claim({ block: 'B-mistake' }));
    await seller('DELETE', '/v1/blocks/B-mistake');
    for (const id of ['C-before', 'C-after'])
      expect(await seller('PUT', `/v1/claims/${id}`, claim({ block: 'B-mistake' }))).toMatchObject({
        status: 422,
        body: { errors: [{ field: 'block', code: 'unknown-block' }] },
      });
    // What was claimed of it is still there to be amended.
    expect((await seller('PUT', '/v1/claims/C-before', claim())).body).toMatchObject({ outcome: 'amended' });
  });
});

describe('after the erasure of somebody whose placement was claimed', () => {
  const lines = [
    { placement: 'P-stays', weeks: 2, ratePence: 27_900 },
    { placement: 'P-gone', weeks: 3, ratePence: 27_900 },
    { placement: 'P-gone-2', weeks: 1, ratePence: 27_900 },
  ];
  const sent = claim({ lines, totalPence: 6 * 27_900 });
  const kept = lines.map((line, i) => (i === 0 ? line : { ...line, placement: `erased-${i}` }));

  test('their lines stay without the placement, and what is owed is the same', async () => {
    for (const [id, ref] of [
      ['P-stays', 'SU-1'],
      ['P-gone', 'SU-2'],
      ['P-gone-2', 'SU-3'],
    ] as const)
      expect((await system.provider('PUT', `/v1/placements/${id}`, aSentPlacement(ref))).status).toBe(201);
    await seller('PUT', '/v1/claims/C-erased', sent);
    // In another order than the lines are in.
    await system.provider('DELETE', '/v1/people/SU-3');
    await system.provider('DELETE', '/v1/people/SU-2');
    expect((await payer('GET', '/v1/claims/C-erased')).body).toMatchObject({
      version: 3,
      lines: kept,
      totalPence: 6 * 27_900,
    });
    expect((await seller('PUT', '/v1/claims/C-erased', sent, { 'if-match': '"1"' })).status).toBe(412);
  });

  test('the same claim sent again is unchanged, and another names them no more than that', async () => {
    expect((await seller('PUT', '/v1/claims/C-erased', sent)).body).toMatchObject({
      outcome: 'unchanged',
      version: 3,
    });
    const read = (await seller('GET', '/v1/claims/C-erased')).body;
    expect(
      (await seller('PUT', '/v1/claims/C-erased', { ...sent, lines: read['lines'] })).body,
    ).toMatchObject({ outcome: 'unchanged' });
    await seller('PUT', '/v1/claims/C-late', { ...sent, month: '2026-02' });
    expect((await seller('GET', '/v1/claims/C-late')).body['lines']).toEqual(kept);
  });

  test('a placement sent after the erasure was lifted is claimed like any other', async () => {
    const { body } = await system.provider('DELETE', '/v1/people/SU-2');
    expect((await system.operator('DELETE', `/v1/erasures/${String(body['erasure'])}`)).status).toBe(200);
    await system.provider('PUT', '/v1/placements/P-gone', aSentPlacement('SU-2'));
    await seller('PUT', '/v1/claims/C-late', sent);
    expect((await seller('GET', '/v1/claims/C-late')).body['lines']).toEqual([
      lines[0],
      lines[1],
      { ...lines[2], placement: 'erased-1' },
    ]);
  });
});
