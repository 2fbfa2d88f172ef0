import { failed, type GateCheck, passed } from '../gate-check.ts';

/** Every measure has the definition that it was computed by, of the same revision, in the document and the manifest. */
export const definitions: GateCheck = {
  id: 'definitions',
  check: ({ document, manifest }) => {
    if (document === undefined || manifest === undefined)
      return failed(
        'The outcome document or the manifest is missing or cannot be read. Run the month again.',
      );
    const measures = Object.entries(document.measures);
    if (measures.length === 0) return failed('The pack has no measures. Run the month again.');
    const wrong = measures.filter(
      ([id, { revision }]) =>
        document.definitions[id]?.revision !== revision || manifest.definitions[id] !== revision,
    );
    return wrong.length === 0
      ? passed(`All ${measures.length} measures have their definition.`)
      : failed(
          `Measures without the definition that they were computed by: ${wrong.map(([id]) => id).join(', ')}. Run the month again.`,
        );
  },
};
