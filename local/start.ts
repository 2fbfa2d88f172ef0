import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createClients } from '../shared/platform/clients.ts';
import { placeOf } from '../shared/platform/place-of-error.ts';
import { routes } from '../shared/platform/routes.ts';
import type { World } from '../shared/platform/world.ts';
import { bootstrap, type LocalClient } from './bootstrap.ts';
import { openClock } from './clock/open-clock.ts';
import { runSchedule } from './clock/run-schedule.ts';
import { runSchedules } from './clock/run-schedules.ts';
import { buildFrontDoor } from './front-door.ts';
import { openFunctions } from './functions.ts';
import { heavyFunctions } from './heavy-functions.ts';
import { openGateway } from './gateway/open-gateway.ts';
import { demonstrationPeople } from './issuer/demonstration-people.ts';
import { namedParties } from './issuer/named-parties.ts';
import { openIssuer, type SignIn } from './issuer/open-issuer.ts';
import { healBatches } from './heal-batches.ts';
import { healErasures } from './heal-erasures.ts';
import { localMacs } from './keys/local-macs.ts';
import { localSigner } from './keys/local-signer.ts';
import { localVariables } from './local-variables.ts';
import { openExecutions } from './machine/open-executions.ts';
import { openMachine } from './machine/open-machine.ts';
import { feedFunctions } from './queue/feed-functions.ts';
import { fileLog } from './storage/file-log.ts';
import { lockFolder } from './storage/lock-folder.ts';
import { outboxAlerts, outboxMail } from './outbox.ts';
import { recoverReplaced } from './storage/replace-folder.ts';
import { openStores, storeNames } from './stores.ts';
import { openThreads } from './threads/open-threads.ts';
import { expireItems } from './table/expire-items.ts';
import { type Deployment, readDeployment } from './template/deployment.ts';
import { synthesizeTemplates } from './template/synthesize-templates.ts';

/** When items go whose time is over; DynamoDB says no more than that it is within days. */
const EXPIRY = { expression: 'cron(15 2 * * ? *)', timeZone: 'UTC' };

type LocalOptions = {
  readonly dataDir: string;
  /** Port of the interface; 0, the default, takes any free one. */
  readonly port?: number | undefined;
  /** The instant, ISO with offset, at which time starts; it then runs on. The real time where there is none. */
  readonly clock?: string | undefined;
  /** What a function reaches, of the world of this machine, where it is to be looked at or disturbed; all of it else. */
  readonly worldOf?: ((folder: string, world: World) => World) | undefined;
  /** How many threads heavy functions run in, which `worldOf` does not reach; 0, the default, has them run in this one. */
  readonly threads?: number | undefined;
};

/** The whole system, answering on loopback. */
export type LocalSystem = {
  readonly baseUrl: string;
  readonly tokenUrl: string;
  /** How people sign in: the portal's client, and the addresses of the sign-in page. */
  readonly signIn: SignIn;
  readonly clients: readonly LocalClient[];
  readonly logFile: string;
  readonly now: () => Date;
  /** Calls the function of a folder as a schedule or a machine does. */
  readonly invoke: (folder: string, payload: unknown) => Promise<unknown>;
  readonly close: () => Promise<void>;
};

/**
 * Starts the whole system on one machine: the functions, routes and state machine of the stacks, with a table, objects
 * and tokens of its own in the data folder. Started again on the same folder, also after a crash, it goes on where it
 * was.
 *
 * @throws FolderInUse, the system's EADDRINUSE, or why the stacks could not be synthesized; nothing is left running
 * @example const system = await startLocal({ dataDir: '.local', port: 8787, clock: '2026-11-04T12:00:00Z' })
 */
export async function startLocal({
  dataDir,
  port = 0,
  clock,
  worldOf = (_, world) => world,
  threads: count = 0,
}: LocalOptions): Promise<LocalSystem> {
  const realNow = () => new Date();
  const logFile = join(dataDir, 'logs', 'janus.log');
  const closers: (() => void | Promise<void>)[] = [];
  const close = async () => {
    for (let closer = closers.pop(); closer !== undefined; closer = closers.pop()) await closer();
  };

  try {
    recoverReplaced(dataDir);
    mkdirSync(join(dataDir, 'logs'), { recursive: true, mode: 0o700 });
    const endedByItself = !existsSync(join(dataDir, 'lock'));
    closers.push(lockFolder(dataDir));
    const { now, close: closeClock } = openClock(join(dataDir, 'clock.json'), clock, (error) =>
      onError(error),
    );
    closers.push(closeClock);
    const { log, close: closeLog } = fileLog(logFile, now);
    closers.push(closeLog);
    const onError = (error: unknown) => log.error('unexpected error', placeOf(error));

    const door = await buildFrontDoor(port, onError);
    closers.push(door.close);
    const deployment = readDeployment(await synthesizeTemplates());
    const feeds = feedFunctions({
      folder: join(dataDir, 'queues'),
      queues: deployment.queues,
      invoke: async (folder, event) => functionNamed(folder)(event),
      log,
    });
    const stores = await openStores({
      folder: dataDir,
      tableKeys: deployment.table,
      objectsPort: port === 0 ? 0 : port + 1,
      portalOrigin: door.url,
      onError,
      onLinkRefused: (refused) => log.warn('link refused', refused),
      onCreated: (file) => file.bucket === storeNames.UPLOADS_BUCKET && feeds.cameIn(file),
    });
    closers.push(stores.close);
    const table = { client: stores.table, name: storeNames.TABLE_NAME };
    const issuer = await openIssuer({
      folder: join(dataDir, 'issuer'),
      origin: door.url,
      people: async () => demonstrationPeople(await namedParties(table)),
      now: realNow,
    });

    const invoke = async (folder: string, payload: unknown) =>
      heavy.has(folder) ? threads.call(folder, payload) : functionNamed(folder)(payload);
    const open = ({ arn, definition }: (typeof deployment.machines)[number]) =>
      openMachine({
        arn,
        definition,
        invoke,
        timeoutSeconds: (folder) => deployment.functions.get(folder)?.timeoutSeconds ?? 3,
        log,
      });
    const executions = openExecutions({
      folder: join(dataDir, 'executions'),
      machines: new Map(deployment.machines.map((machine) => [machine.arn, open(machine)])),
      log,
    });
    const tagKeyFile = join(dataDir, 'tag-key.json');
    const signingKeyFile = join(dataDir, 'signing-key.json');
    const { keyId, macs } = localMacs(tagKeyFile);
    const signing = localSigner(signingKeyFile);
    const world: World = {
      now,
      newId: () => randomUUID(),
      log,
      meter: { count: (name, value) => log.info('counted', { name, value }) },
      table: stores.table,
      objects: stores.objects,
      machines: executions.machines,
      identities: issuer.clients.identities,
      macs,
      signer: signing.signer,
      publicKeys: signing.publicKeys,
      alerts: outboxAlerts(join(dataDir, 'outbox')),
      mail: outboxMail(join(dataDir, 'outbox')),
    };
    await healErasures(world, keyId, endedByItself);
    await healBatches(world, keyId);
    const here = {
      ...storeNames,
      USER_POOL_ID: issuer.poolId,
      ISSUER: issuer.issuer,
      JWKS_URI: `${door.url}${issuer.keysPath}`,
      ...issuer.signIn,
      MONTH_RUN_ARN: arnOfMachine(deployment, 'MonthRun'),
      STATEMENT_RUN_ARN: arnOfMachine(deployment, 'StatementRun'),
      ALERTS_TOPIC_ARN: 'alerts',
      NOTICES_TOPIC_ARN: 'notices',
      PORTAL_URL: `${door.url}/portal`,
      SETTLE_SECONDS: '0',
      TAG_KEY_ID: keyId,
      SIGNING_KEY_ID: signing.keyId,
      UPLOADS_ORIGIN: stores.objectsUrl,
      PACKS_ORIGIN: stores.objectsUrl,
    };
    const variables = (folder: string) => localVariables(deployment, folder, here);
    const functions = openFunctions(variables, (folder) => worldOf(folder, world));
    const threads = openThreads({
      count,
      data: {
        ...stores.connections,
        tagKeyFile,
        signingKeyFile,
        variables: Object.fromEntries(
          Object.keys(heavyFunctions).map((folder) => [folder, variables(folder)]),
        ),
      },
      now,
      log,
    });
    closers.push(threads.close);
    const heavy = new Set<string>(count > 0 ? Object.keys(heavyFunctions) : []);
    const functionNamed = (folder: string) => {
      const task = functions.tasks.get(folder);
      if (task === undefined)
        throw new Error(`There is no function ${folder} that the machine or a schedule calls.`);
      return task;
    };
    door.open(
      issuer,
      openGateway({ routes, functions: functions.http, authorize: functions.authorize, now: realNow, log }),
    );

    const tokenUrl = `${door.url}${issuer.tokenPath}`;
    const register = createClients({
      table: stores.table,
      tableName: storeNames.TABLE_NAME,
      identities: issuer.clients.identities,
    });
    const clients = await bootstrap({ baseUrl: door.url, tokenUrl, register, tokenClients: issuer.clients });
    closers.push(executions.close, feeds.close);
    executions.resume();
    feeds.start();
    closers.push(runSchedules(deployment, { machines: executions.machines, invoke }, { now, onError }));
    const expire = () => {
      expireItems(table, deployment.expiryAttribute, now()).catch(onError);
    };
    closers.push(runSchedule(EXPIRY, now, expire));
    // Once all stands, the door is the first to close: requests under way still need the stores behind it.
    closers.push(door.close);
    return { baseUrl: door.url, tokenUrl, signIn: issuer.signIn, clients, logFile, now, invoke, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function arnOfMachine({ machines }: Pick<Deployment, 'machines'>, construct: string): string {
  const machine = machines.find(({ name }) => name.startsWith(construct));
  if (machine === undefined) throw new Error(`The templates hold no state machine of ${construct}.`);
  return machine.arn;
}
