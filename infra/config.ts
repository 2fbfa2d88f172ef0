import { Duration } from 'aws-cdk-lib';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { routes } from '../shared/platform/routes.ts';

/** A route of the table, `POST /v1/runs`. */
type RouteKey = KeyOf<(typeof routes)[number]>;
type KeyOf<Route> = Route extends {
  readonly method: infer Method extends string;
  readonly path: infer Path extends string;
}
  ? `${Method} ${Path}`
  : never;

type Throttle = { readonly rateLimit: number; readonly burstLimit: number };

/** The interface’s own address, instead of one that API Gateway makes up. */
export type Domain = {
  readonly name: string;
  /** A certificate of ACM for it, in the region. */
  readonly certificateArn: string;
  /** Where the certificates are that vouch for those of callers; without it none is asked for. */
  readonly mutualTls?: { readonly bucket: string; readonly key: string; readonly version: string };
};

/** Copies of the table, apart from it. */
export type Backups = {
  /** How long a copy is kept; one person erased stays in it for as long. */
  readonly keep: Duration;
  /**
   * `compliance`: from `lockedAfter` on nobody, not even the account’s owner, can delete a copy before its time or undo
   * this; `governance`: whoever has leave to can.
   */
  readonly lock: 'compliance' | 'governance';
  readonly lockedAfter: Duration;
};

/** What differs, or may differ, between deployments; everything else is the same everywhere. */
export type Config = {
  readonly region: string;
  /** How long logs of functions, of the interface and of the machine are kept. */
  readonly keepLogs: RetentionDays;
  /** How long access logs of the buckets are kept. */
  readonly accessLogExpiry: Duration;
  /** How long nobody may delete or overwrite a pack; undefined where packs may be cleared away. */
  readonly packLock: Duration | undefined;
  /** How long the month run waits until the table's indexes have caught up. */
  readonly settleSeconds: number;
  /** Commissioners computed and rendered at the same time. */
  readonly commissionersAtOnce: number;
  /**
   * From whom the message is that a pack was released; its domain is an identity that is verified with SES in the
   * region (docs/runbook.md).
   */
  readonly mailFrom: string;
  /**
   * After how many working days of England the operator is told: that nobody sent a record; that a commissioner has no
   * pack, counted from the fourth working day; that a pack which was issued is not released.
   */
  readonly alarmAfter: Readonly<Record<'withoutRecords' | 'untilLate' | 'untilReleased', number>>;
  /** Requests a second, and above that at once, before the interface answers 429. */
  readonly throttle: Throttle;
  /** The same of single routes, of all callers together: of those that cost much, and those that ask for no token. */
  readonly routeThrottles: Readonly<Partial<Record<RouteKey, Throttle>>>;
  readonly domain?: Domain;
  /** Undefined where nothing is held that would be missed. */
  readonly backups: Backups | undefined;
  /** Whether people must sign in with a code of their authenticator as well, or may do without. */
  readonly secondFactor: 'required' | 'optional';
  /**
   * Where the portal is, such as `https://abc123.execute-api.eu-west-2.amazonaws.com`: known once the stacks are there.
   * Until it is named here nobody can send a file by it.
   */
  readonly portalOrigin: string | undefined;
};

const shared = {
  region: 'eu-west-2',
  settleSeconds: 120,
  commissionersAtOnce: 10,
  routeThrottles: {
    'GET /docs': { rateLimit: 5, burstLimit: 20 },
    'GET /docs/{file}': { rateLimit: 5, burstLimit: 20 },
    'GET /health': { rateLimit: 5, burstLimit: 10 },
    'GET /openapi.json': { rateLimit: 5, burstLimit: 10 },
    'GET /outcome-document.schema.json': { rateLimit: 5, burstLimit: 10 },
    'GET /signing-key.pem': { rateLimit: 5, burstLimit: 10 },
    // A page of the portal is a handful of files.
    'GET /portal': { rateLimit: 10, burstLimit: 40 },
    'GET /portal/{file}': { rateLimit: 40, burstLimit: 120 },
    'GET /v1/people/{personRef}/access': { rateLimit: 2, burstLimit: 5 },
    'GET /v1/people/{personRef}/report': { rateLimit: 2, burstLimit: 10 },
    'POST /v1/batches': { rateLimit: 10, burstLimit: 20 },
    'POST /v1/runs': { rateLimit: 1, burstLimit: 5 },
  },
  alarmAfter: { withoutRecords: 5, untilLate: 1, untilReleased: 5 },
} satisfies Partial<Config>;

/** The configuration of each stage, by its name. */
export const stages = {
  dev: {
    ...shared,
    keepLogs: RetentionDays.ONE_MONTH,
    accessLogExpiry: Duration.days(30),
    packLock: undefined,
    mailFrom: 'outcome-packs@dev.example.org',
    backups: undefined,
    throttle: { rateLimit: 20, burstLimit: 40 },
    secondFactor: 'optional',
    portalOrigin: undefined,
  },
  prod: {
    ...shared,
    keepLogs: RetentionDays.ONE_YEAR,
    accessLogExpiry: Duration.days(365),
    packLock: Duration.days(6 * 366),
    mailFrom: 'outcome-packs@example.org',
    backups: { keep: Duration.days(35), lock: 'compliance', lockedAfter: Duration.days(7) },
    throttle: { rateLimit: 100, burstLimit: 200 },
    secondFactor: 'required',
    portalOrigin: undefined,
  },
} as const satisfies Record<string, Config>;

export type Stage = keyof typeof stages;
