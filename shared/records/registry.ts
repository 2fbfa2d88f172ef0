import type * as z from 'zod';
import { lapse } from './lapse.ts';
import { milestone } from './milestone.ts';
import { placement } from './placement.ts';
import type { ParsedRecord } from './record-type.ts';
import { reflection } from './reflection.ts';
import { review } from './review.ts';
import { session } from './session.ts';
import { test } from './test.ts';

/** Every kind of record that providers send. Adding one is its file and its name here. */
const registered = [placement, session, test, lapse, milestone, review, reflection] as const;

type Registered = (typeof registered)[number];

/** The name of a kind of record: `'placement' | 'session' | …`. */
export type RecordTypeName = Registered['type'];

/** What a provider sends under each kind, without its id. */
export type RecordData = { [R in Registered as R['type']]: z.output<R['schema']> };

/** A record of any kind that passed its schema. */
export type AnyRecord = { [Type in RecordTypeName]: ParsedRecord<Type, RecordData[Type]> }[RecordTypeName];

export const recordTypeNames: readonly RecordTypeName[] = registered.map(({ type }) => type);

const byType = new Map<string, Registered>(registered.map((entry) => [entry.type, entry]));
const byCollection = new Map<string, Registered>(registered.map((entry) => [entry.collection, entry]));

/** The kind named in a batch, or undefined when there is no such kind. */
export function typeNamed(type: string): Registered | undefined {
  return byType.get(type);
}

/** The kind sent to `/v1/{collection}`, or undefined when there is no such collection. */
export function typeOfCollection(collection: string): Registered | undefined {
  return byCollection.get(collection);
}
