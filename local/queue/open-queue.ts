import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { placeOf } from '../../shared/platform/place-of-error.ts';
import type { Log } from '../../shared/platform/world.ts';
import { type StoredJson, storedJson } from '../storage/stored-json.ts';

const STUCK_MS = 1_000;

const messageSchema = z.object({
  id: z.string(),
  /** In which order messages came. */
  number: z.int(),
  body: z.string(),
  /** How often it was given out. */
  received: z.int(),
  /** Until when nobody else is given it; by the real clock, in milliseconds. */
  hiddenUntil: z.number(),
  sentAt: z.number(),
});

type Message = z.infer<typeof messageSchema>;

/** A message as it is given out. */
export type Delivery = { readonly id: string; readonly body: string; readonly received: number };

/** A queue on disk. */
export type Queue = {
  /** Takes a message in; it is on disk when this returns. */
  readonly send: (body: string) => void;
  /** Begins to give out messages, with what an earlier process left. */
  readonly start: () => void;
  /** Gives out no more, and waits for those that are being worked on. */
  readonly close: () => Promise<void>;
};

type QueueParts = {
  readonly folder: string;
  readonly visibilitySeconds: number;
  readonly retentionSeconds: number;
  readonly mostTries: number;
  /** Works on a message; answers whether it is done. */
  readonly work: (message: Delivery) => Promise<boolean>;
  readonly log: Log;
  /** Messages that are worked on at the same time. */
  readonly atOnce?: number;
  /** How long a message that failed waits before it is given out again, by how often it was. */
  readonly pauseMs?: (received: number) => number;
  /** The real clock, in milliseconds. */
  readonly now?: () => number;
};

/**
 * A queue as SQS is one: a message that is given out is hidden for a while and comes again unless it is done; one that
 * was given out too often goes to the dead letters, the folder `dead`. Each message is a file. Unlike SQS, one that failed comes
 * again after seconds, and what a process was working on when it was killed comes again when the next one starts: nobody
 * else can be working on it.
 */
export function openQueue(parts: QueueParts): Queue {
  const { folder, visibilitySeconds, retentionSeconds, mostTries, work, log } = parts;
  const { atOnce = 2, now = Date.now } = parts;
  const pauseMs = parts.pauseMs ?? ((received: number) => 1_000 * 2 ** received);
  const dead = join(folder, 'dead');
  mkdirSync(dead, { recursive: true, mode: 0o700 });
  for (const { id, sentAt } of messagesIn(dead))
    if (now() - sentAt > retentionSeconds * 1_000) rmSync(join(dead, `${id}.json`));

  const messages = new Map(messagesIn(folder).map((each) => [each.id, { ...each, hiddenUntil: 0 }]));
  const underWay = new Set<Promise<void>>();
  let number = Math.max(0, ...[...messages.values()].map((each) => each.number));
  let timer: NodeJS.Timeout | undefined;
  let isOpen = false;

  const save = (message: Message) => {
    fileOf(folder, message.id).write(message);
    messages.set(message.id, message);
  };
  const forget = ({ id }: Message) => {
    rmSync(join(folder, `${id}.json`), { force: true });
    messages.delete(id);
  };

  const bury = (message: Message) => {
    fileOf(dead, message.id).write(message);
    forget(message);
    log.error('message went to the dead letters', { message: message.id });
  };

  /** A queue that cannot write, on a full disk, stands still and tries again. */
  function giveOut(): void {
    clearTimeout(timer);
    if (!isOpen) return;
    try {
      giveOutWhatIsDue();
    } catch (error) {
      log.error('queue stands still', placeOf(error));
      giveOutIn(STUCK_MS);
    }
  }

  function giveOutIn(ms: number): void {
    timer = setTimeout(giveOut, ms);
    timer.unref();
  }

  function giveOutWhatIsDue(): void {
    const waiting = [...messages.values()].sort((a, b) => a.number - b.number);
    for (const message of waiting) {
      if (underWay.size >= atOnce) return;
      if (message.hiddenUntil > now()) continue;
      // Where it kills the process, nobody is left to say that it failed.
      if (message.received >= mostTries) bury(message);
      else begin(message);
    }
    const next = Math.min(...[...messages.values()].map(({ hiddenUntil }) => hiddenUntil));
    if (next < Infinity) giveOutIn(Math.max(0, next - now()));
  }

  function begin(message: Message): void {
    const hiddenUntil = now() + visibilitySeconds * 1_000;
    const given = { ...message, received: message.received + 1, hiddenUntil };
    save(given);
    const ended = deliver(given)
      // It comes again when the time is over that it was given out for.
      .catch((error: unknown) =>
        log.error('message not written down', { message: given.id, ...placeOf(error) }),
      )
      .finally(() => {
        underWay.delete(ended);
        giveOut();
      });
    underWay.add(ended);
  }

  async function deliver(message: Message): Promise<void> {
    const isDone = await work(message).catch(() => false);
    // Whoever worked too long may have been overtaken by a second try, whose word then counts.
    if (messages.get(message.id)?.received !== message.received) return;
    if (isDone) forget(message);
    else if (message.received < mostTries)
      save({ ...message, hiddenUntil: now() + pauseMs(message.received) });
    else bury(message);
  }

  return {
    send: (body) => {
      number += 1;
      save({ id: randomUUID(), number, body, received: 0, hiddenUntil: 0, sentAt: now() });
      giveOut();
    },
    start: () => {
      isOpen = true;
      giveOut();
    },
    close: async () => {
      isOpen = false;
      clearTimeout(timer);
      await Promise.all(underWay);
    },
  };
}

function messagesIn(folder: string): Message[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return names.flatMap((name) => fileOf(folder, name.slice(0, -'.json'.length)).read() ?? []);
}

const fileOf = (folder: string, id: string): StoredJson<Message> =>
  storedJson(join(folder, `${id}.json`), messageSchema);
