import * as z from 'zod';

/** Money that is sent: whole pence. */
export const penceSchema = z.int({ error: 'wrong-type: send whole pence' });
