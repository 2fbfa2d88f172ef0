import { createClient } from '../../examples/typescript/janus-client.ts';

/** The interface as its own description makes it: every call a function, what it answers a type. */
export type Client = ReturnType<typeof createClient>;

/** Asks the interface that this page came from, under one token, which nothing else gets to see. */
export const connect = (token: string): Client => createClient({ baseUrl: '', token: () => token });
