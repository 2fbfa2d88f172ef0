import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import type { Part } from './part.ts';

const issueSchema = z.object({ field: z.string(), code: z.string(), message: z.string() });

const answerSchema = z.object({
  counts: z.record(z.string(), z.number()),
  results: z.array(
    z.object({
      index: z.number(),
      row: z.number().optional(),
      type: z.string().optional(),
      id: z.string().optional(),
      outcome: z.string(),
      errors: z.array(issueSchema).optional(),
    }),
  ),
});

const problemSchema = z.object({
  code: z.string().optional(),
  detail: z.string().optional(),
  errors: z.array(issueSchema).optional(),
});

/** What became of a part. */
export type PartAnswer = z.infer<typeof answerSchema>;

/** Where it is sent, and as whom. */
export type Destination = { readonly baseUrl: string; readonly token: () => Promise<string> };

const MOST_ATTEMPTS = 6;
const FIRST_PAUSE_MS = 500;
/** What may be otherwise in a moment. */
const PASSING = new Set([429, 500, 502, 503, 504]);

/**
 * Sends one part; where the interface is busy or cannot be reached, again, since sending the same again is safe.
 *
 * @throws Error in the interface's own words, where it refuses the part as a whole
 */
export async function sendPart({ baseUrl, token }: Destination, part: Part): Promise<PartAnswer> {
  for (let attempt = 1; ; attempt += 1) {
    const response = await reach(
      `${baseUrl}/v1/batches?${new URLSearchParams(part.query).toString()}`,
      part,
      await token(),
    );
    const isPassing = response === undefined || PASSING.has(response.status);
    if (response?.ok === true) return answerSchema.parse(await response.json());
    if (!isPassing || attempt === MOST_ATTEMPTS)
      throw new Error(
        response === undefined ? 'The interface could not be reached.' : await refusalOf(response),
      );
    await pause(FIRST_PAUSE_MS * 2 ** (attempt - 1));
  }
}

async function reach(
  address: string,
  { contentType, body }: Part,
  token: string,
): Promise<Response | undefined> {
  try {
    return await fetch(address, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': contentType },
      body: Uint8Array.from(body),
    });
  } catch {
    return undefined;
  }
}

async function refusalOf(response: Response): Promise<string> {
  const text = await response.text();
  const { code, detail, errors = [] } = problemSchema.catch({}).parse(jsonOf(text));
  const fields = errors.map(({ field, message }) => `\n  ${field}: ${message}`).join('');
  return `The interface answered ${response.status}${code === undefined ? '' : ` ${code}`}. ${detail ?? ''}${fields}`;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
