import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import * as z from 'zod';

const mapSchema = z.object({
  version: z.number(),
  sources: z.array(z.string()),
  names: z.array(z.string()),
  mappings: z.string(),
  file: z.string().default(''),
  sourceRoot: z.string().default(''),
  sourcesContent: z.array(z.string()).default([]),
});

/** A place in a bundle, as a stack names it. */
const PLACE = /(file:\/\/\S+\.mjs):(\d+):(\d+)/;

const maps = new Map<string, SourceMap | undefined>();

/**
 * A line of a stack with the place in the source in place of the one in the bundle, by the map beside it. Maps are read
 * when something has failed: had Node them from the start on, every start would wait for it.
 *
 * @example inSource('at a (file:///var/task/index.mjs:3:1201)') // 'at a (shared/store/dynamo.ts:41:9)'
 */
export function inSource(frame: string): string {
  return frame.replace(PLACE, (place, file: string, line: string, column: string) => {
    const origin = mapOf(file)?.findOrigin(Number(line), Number(column));
    if (origin === undefined || !('fileName' in origin)) return place;
    return `${origin.fileName.replace(/^(?:\.\.\/)+/, '')}:${origin.lineNumber}:${origin.columnNumber}`;
  });
}

function mapOf(file: string): SourceMap | undefined {
  if (!maps.has(file)) maps.set(file, readMap(file));
  return maps.get(file);
}

/** Without a map the place in the bundle has to do. */
function readMap(file: string): SourceMap | undefined {
  try {
    return new SourceMap(mapSchema.parse(JSON.parse(readFileSync(new URL(`${file}.map`), 'utf8'))));
  } catch {
    return undefined;
  }
}
