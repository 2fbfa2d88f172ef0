import type { S3Client } from '@aws-sdk/client-s3';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { CountName } from './counts.ts';
import type { Scope } from './routes.ts';

/** Starts the month run's state machine. */
export type Machines = {
  /** Starts one execution under a name that is its own; a name used before starts nothing more. */
  readonly start: (
    machineArn: string,
    name: string,
    input: Readonly<Record<string, unknown>>,
  ) => Promise<void>;
};

/** Tells whoever asked to be told. */
export type Alerts = {
  /** Sends one alert to a topic; it names no person. */
  readonly publish: (topic: string, alert: Alert) => Promise<void>;
};

/** What happened, and in `text` what an e-mail of it says. */
export type Alert = { readonly crossing: string; readonly text: string } & Readonly<
  Record<string, string | number>
>;

/** Messages to people outside, by e-mail. */
export type Mail = {
  /** Sends one message to one address. */
  readonly send: (message: {
    readonly to: string;
    readonly subject: string;
    readonly text: string;
  }) => Promise<void>;
};

/** Machine clients of the token service. */
export type Identities = {
  readonly create: (name: string, scopes: readonly Scope[]) => Promise<{ clientId: string; secret: string }>;
  readonly update: (clientId: string, name: string, scopes: readonly Scope[]) => Promise<void>;
  /** Adds a secret and removes all older ones. */
  readonly renew: (clientId: string) => Promise<{ secret: string }>;
  readonly remove: (clientId: string) => Promise<void>;
};

/** Message authentication codes by keys that their holder cannot read. */
export type Macs = {
  /** HMAC-SHA-256 of a message, by the key of this id. */
  readonly mac: (keyId: string, message: string) => Promise<Uint8Array>;
};

/** Signatures by keys that their holder cannot read: RSASSA-PKCS1-v1_5 with SHA-256, the same each time. */
export type Signer = {
  /** The signature of a message, by the key of this id. */
  readonly sign: (keyId: string, message: Uint8Array) => Promise<Uint8Array>;
};

/** The public halves of such keys, by which anybody can check what was signed. */
export type PublicKeys = {
  /** The public half of the key of this id, as PEM. */
  readonly publicKey: (keyId: string) => Promise<string>;
};

/** Writes one line of the log: ids and counts, never a value that was sent. */
export type Log = Readonly<
  Record<
    'info' | 'warn' | 'error',
    (message: string, fields?: Readonly<Record<string, string | number | boolean>>) => void
  >
>;

/** Counts what happened, for alarms and the operator’s dashboard. */
export type Meter = { readonly count: (name: CountName, value: number) => void };

/**
 * What lies outside a function: the clock, randomness, the stores and services it may call. A function names the
 * parts it needs (`Pick<World, 'now' | 'table'>`); its `index.ts` gives it AWS, `local/` gives it one machine.
 */
export type World = {
  readonly now: () => Date;
  readonly newId: () => string;
  readonly log: Log;
  readonly meter: Meter;
  readonly table: DynamoDBDocumentClient;
  readonly objects: S3Client;
  readonly machines: Machines;
  readonly identities: Identities;
  readonly macs: Macs;
  readonly signer: Signer;
  readonly publicKeys: PublicKeys;
  readonly alerts: Alerts;
  readonly mail: Mail;
};
