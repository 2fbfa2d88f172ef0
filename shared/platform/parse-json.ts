import { AppError } from './errors.ts';

/**
 * Reads JSON that was sent. A key `__proto__`, however it is escaped, is refused: code that copies such a key would set
 * the prototype instead of a field, and no record has one.
 *
 * @throws AppError 400 `malformed-json`, without anything that was sent
 */
export function parseJson(text: string): unknown {
  if (text.includes('"__proto__"')) throw prototypeKey();
  try {
    // Only where something is escaped can the key be hidden; looking at every key is slow.
    return text.includes('\\u') ? JSON.parse(text, withoutPrototype) : JSON.parse(text);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError(
      400,
      'malformed-json',
      'What was sent is not JSON; check its brackets, quotes and commas.',
    );
  }
}

function withoutPrototype(key: string, value: unknown): unknown {
  if (key === '__proto__') throw prototypeKey();
  return value;
}

function prototypeKey(): AppError {
  return new AppError(400, 'malformed-json', 'What was sent holds the key __proto__, which no record has.');
}
