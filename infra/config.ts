import { Duration } from 'aws-cdk-lib';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';

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
  /** Requests a second, and above that at once, before the interface answers 429. */
  readonly throttle: { readonly rateLimit: number; readonly burstLimit: number };
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
} satisfies Partial<Config>;

/** The configuration of each stage, by its name. */
export const stages = {
  dev: {
    ...shared,
    keepLogs: RetentionDays.ONE_MONTH,
    accessLogExpiry: Duration.days(30),
    packLock: undefined,
    mailFrom: 'outcome-packs@dev.example.org',
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
    throttle: { rateLimit: 100, burstLimit: 200 },
    secondFactor: 'required',
    portalOrigin: undefined,
  },
} as const satisfies Record<string, Config>;

export type Stage = keyof typeof stages;
