import { setTimeout as pause } from 'node:timers/promises';
import { forgetBatches, repeatBatch, sendBatch } from './batches.ts';
import { anybody, put, read, type SoakClient, someContent, stateOf, targetsOf, withdraw } from './client.ts';
import { settle } from './settle.ts';
import { look, type Posted, sendUpload } from './uploads.ts';

/** How often a client does what. */
const MIX = {
  ...{ meet: 8, amend: 24, withdraw: 5, look: 20, list: 5, history: 5, each: 5, whole: 6, again: 3 },
  ...{ conditional: 4, upload: 2, erase: 2, settle: 12 },
} as const;

/** Now and then: a month is begun anew for each erasure that overtakes it, and given up after eight. */
const ERASURES = 0.12;

const LONGEST_PAUSE_MS = 120;

/** Does one thing after another as chance has it, until there is no time left; answers the uploads that are not at their end. */
export async function traffic(client: SoakClient): Promise<Posted[]> {
  const { world, random } = client;
  const open = new Set<Posted>();
  while (world.goesOn()) {
    await pause(random.between(0, LONGEST_PAUSE_MS));
    for (const upload of open) if (upload.isTaken && (await look(upload))) open.delete(upload);
    const what = random.weighted(MIX);
    if (what === 'upload') {
      const upload = isFull(client) ? undefined : await sendUpload(client, newPeople(client, 8));
      if (upload !== undefined) open.add(upload);
    } else await acts[what](client);
  }
  return [...open];
}

const isFull = ({ world }: SoakClient): boolean => world.isFull();

const newPeople = ({ newPerson }: SoakClient, count: number): string[] =>
  Array.from({ length: count }, newPerson);

type Act = (client: SoakClient) => Promise<unknown>;

const acts: Readonly<Record<Exclude<keyof typeof MIX, 'upload'>, Act>> = {
  /** A placement and a session of somebody new. */
  meet: async (client) => {
    if (isFull(client)) return;
    const personRef = client.newPerson();
    client.people.push(personRef);
    for (const target of targetsOf(client, personRef).slice(0, 2))
      if (!(await put(client, target, someContent(client, target)))) return;
  },
  amend: (client) => ofSomebody(client, (target) => put(client, target, someContent(client, target))),
  withdraw: (client) =>
    ofSomebody(
      client,
      async (target) => stateOf(client, target).kind === 'present' && withdraw(client, target),
    ),
  look: (client) => ofSomebody(client, (target) => read(client, target)),
  list: async (client) => {
    const { world, who } = client;
    const answer = await world.ask(who, 'GET', '/v1/sessions?changedSince=2026-11-04T12:00:00Z');
    if (answer !== undefined && answer.status !== 200)
      world.oracle.complain(`a list of ${who.name}: answered ${answer.status}`);
  },
  history: (client) =>
    ofSomebody(client, async ({ type, id, ...target }) => {
      const state = stateOf(client, { type, id, ...target });
      const answer = await client.world.ask(client.who, 'GET', `/v1/${type}s/${id}/history`);
      const versions = (answer?.body['versions'] ?? []) as unknown[];
      if (answer !== undefined && versions.length !== (state.kind === 'absent' ? 0 : state.version))
        client.world.oracle.complain(`${id}: ${versions.length} versions of ${state.kind}`);
    }),
  each: (client) => sendBatch(client, isFull(client) ? some(client) : newPeople(client, 4), false),
  whole: (client) =>
    sendBatch(client, [...some(client), ...(isFull(client) ? [] : newPeople(client, 3))], true),
  again: repeatBatch,
  /** On the condition of a version that is not the one that stands. */
  conditional: (client) =>
    ofSomebody(client, async (target) => {
      const state = stateOf(client, target);
      if (state.kind !== 'present') return;
      const headers = { 'if-match': `"${state.version + 1}"` };
      const { world, who } = client;
      const answer = await world.ask(who, 'PUT', `/v1/${target.type}s/${target.id}`, state.content, headers);
      if (answer !== undefined && answer.status !== 412)
        world.oracle.complain(`${target.id}: ${answer.status} under another version than its own`);
    }),
  erase: (client) => erase(client),
  /** What was not answered is sent again. */
  settle,
};

async function ofSomebody(
  client: SoakClient,
  act: (target: ReturnType<typeof targetsOf>[number]) => Promise<unknown>,
): Promise<void> {
  const personRef = anybody(client);
  if (personRef !== undefined) await act(client.random.pick(targetsOf(client, personRef)));
}

/** Two people of whom there is something already, where there are as many. */
const some = ({ people, random }: SoakClient): string[] => [
  ...new Set(people.length === 0 ? [] : [random.pick(people), random.pick(people)]),
];

/** Erases somebody; what was not answered is asked for until it is. */
async function erase(client: SoakClient): Promise<void> {
  const personRef = anybody(client);
  if (personRef === undefined || client.people.length < 5 || !client.random.chance(ERASURES)) return;
  const { world, who, people } = client;
  const holdsAny = targetsOf(client, personRef).some((target) => stateOf(client, target).kind !== 'absent');
  if (!holdsAny) return;
  people.splice(people.indexOf(personRef), 1);
  forgetBatches(client, personRef);
  const gone = targetsOf(client, personRef).map((target) => ({
    target,
    next: () => [],
  }));
  const doubt = world.oracle.doubt(gone, `the erasure of ${personRef}`);
  const ask = async () => {
    const answer = await world.ask(who, 'DELETE', `/v1/people/${personRef}`);
    if (answer === undefined) return false;
    if (answer.status !== 200) world.oracle.complain(`${personRef}: not erased, ${answer.status}`);
    else
      world.oracle.acknowledgeErasure(
        { provider: client.provider, personRef },
        String(answer.body['erasure']),
      );
    return true;
  };
  if (await ask()) doubt.settle();
  else client.unanswered.push({ doubt, again: async () => ((await ask()) ? (doubt.settle(), true) : false) });
}
