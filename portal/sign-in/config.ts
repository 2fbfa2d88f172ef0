/** Where people sign in, as `/portal/config.json` says it; none of it is secret. */
export type Config = {
  readonly clientId: string;
  readonly authorizeUrl: string;
  readonly tokenUrl: string;
  readonly logoutUrl: string;
};

/** @throws Error where this service does not say where to sign in */
export async function readConfig(): Promise<Config> {
  const response = await fetch('/portal/config.json');
  const read: unknown = response.ok ? await response.json() : undefined;
  if (!isConfig(read)) throw new Error('This service does not say where to sign in. Try again in a minute.');
  return read;
}

const NAMES = ['clientId', 'authorizeUrl', 'tokenUrl', 'logoutUrl'];

const isConfig = (read: unknown): read is Config =>
  typeof read === 'object' &&
  read !== null &&
  NAMES.every((name) => typeof Object.entries(read).find(([own]) => own === name)?.[1] === 'string');
