import type { Pack } from '../../../examples/typescript/janus-client.ts';

/** One issue of a pack, as the interface tells it. */
export type Revision = Pack['revisions'][number];
