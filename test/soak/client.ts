import type { Random } from '../../local/demo/random.ts';
import type { Answer } from '../support/system.ts';
import { contentOf, KINDS, targetOf } from './contents.ts';
import type { Change, Doubt, Target } from './oracle.ts';
import { afterSending, afterWithdrawing } from './past.ts';
import { type Content, isSame, type State } from './state.ts';
import type { Who, World } from './world.ts';

/** What was sent and not answered, and how it is sent again. */
type Unanswered = { readonly doubt: Doubt; readonly again: () => Promise<boolean> };

/** A machine of a provider, and the people that it alone sends records of. */
export type SoakClient = {
  readonly world: World;
  readonly who: Who;
  readonly provider: string;
  readonly random: Random;
  /** People of whom nothing is in doubt. */
  readonly people: string[];
  readonly newPerson: () => string;
  /** What may be sent again, and whose people are left alone until then. */
  readonly unanswered: Unanswered[];
};

/** Somebody of whom nothing is in doubt, taken out so that nobody else is at them; undefined where there is nobody. */
export function anybody({ people, random }: SoakClient): string | undefined {
  return people.length === 0 ? undefined : random.pick(people);
}

export const targetsOf = ({ provider }: SoakClient, personRef: string): Target[] =>
  KINDS.map((kind) => targetOf(provider, personRef, kind));

/** What there is of a record, where that is certain. */
export const stateOf = ({ world }: SoakClient, target: Target): State => {
  const [state = { kind: 'absent' }] = world.oracle.possible(target);
  return state;
};

const pathOf = ({ type, id }: Target): string => `/v1/${type}s/${id}`;

export const sending = ({ who }: SoakClient, target: Target, content: Content): Change => ({
  target,
  next: (past) => afterSending(past, content, who.client.id),
});

/** Leaves somebody alone whose records are in doubt, until what was sent is sent again. */
export function leave(client: SoakClient, personRefs: readonly string[], unanswered: Unanswered): void {
  for (const personRef of personRefs) {
    const at = client.people.indexOf(personRef);
    if (at !== -1) client.people.splice(at, 1);
  }
  client.world.tally.inDoubt += 1;
  client.unanswered.push({
    doubt: unanswered.doubt,
    again: async () => {
      if (!(await unanswered.again())) return false;
      unanswered.doubt.settle();
      client.people.push(...personRefs);
      client.world.tally.settled += 1;
      return true;
    },
  });
}

/** Sends one record; answers whether that was acknowledged. */
export async function put(client: SoakClient, target: Target, content: Content): Promise<boolean> {
  const { world, who } = client;
  const change = sending(client, target, content);
  const send = () => world.ask(who, 'PUT', pathOf(target), content);
  return settled(client, change, send);
}

/** Withdraws one record. */
export async function withdraw(client: SoakClient, target: Target): Promise<boolean> {
  const { world, who } = client;
  const send = () => world.ask(who, 'DELETE', `${pathOf(target)}?reason=entered-in-error`);
  const change: Change = { target, next: (past) => afterWithdrawing(past, who.client.id) };
  return settled(client, change, send);
}

async function settled(
  client: SoakClient,
  change: Change,
  send: () => Promise<Answer | undefined>,
): Promise<boolean> {
  const { oracle, tally } = client.world;
  const acknowledged = async () => {
    const answer = await send();
    if (answer === undefined) return false;
    if (answer.status >= 300) {
      oracle.complain(`${change.target.id}: refused with ${answer.status} ${String(answer.body['code'])}`);
      return true;
    }
    oracle.acknowledge(change, Number(answer.body['version']));
    tally.acknowledged += 1;
    return true;
  };
  if (await acknowledged()) return true;
  const doubt = oracle.doubt([change]);
  leave(client, [change.target.personRef], { doubt, again: acknowledged });
  return false;
}

/** Reads one record and its history at once; both are as they were acknowledged. */
export async function read(client: SoakClient, target: Target): Promise<void> {
  const { world, who } = client;
  const state = stateOf(client, target);
  const got = await world.ask(who, 'GET', pathOf(target));
  if (got === undefined) return;
  world.tally.reads += 1;
  const { type: _, id: __, recordedAt: ___, version, ...content } = got.body;
  const is =
    state.kind === 'present'
      ? got.status === 200 && isSame({ kind: 'present', version: Number(version), content }, state)
      : got.status === 404 && got.body['code'] === (state.kind === 'absent' ? 'not-found' : 'withdrawn');
  if (!is) world.oracle.complain(`${target.id}: read with ${got.status} while it is ${state.kind}`);
}

export const someContent = (client: SoakClient, target: Target): Content => contentOf(target, client.random);
