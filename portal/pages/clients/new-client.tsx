import { useState } from 'preact/hooks';
import { useSession } from '../../interface/session.ts';
import { useAsked } from '../../interface/use-asked.ts';
import { useDoing } from '../../interface/use-doing.ts';
import { ErrorSummary } from '../../parts/error-summary.tsx';
import { Form } from '../../parts/form.tsx';
import { SelectField } from '../../parts/select-field.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { Ticks } from '../../parts/ticks.tsx';
import { scopes } from '../../words/scopes.ts';
import { bindingOf } from './binding-of.ts';
import type { MadeClient } from './made-secret.tsx';

const CONTROLS = { id: 'client-id', binding: 'bound-to', scopes: 'may' };

/** Makes a client. */
export function NewClient({ onMade }: { readonly onMade: (made: MadeClient) => void }) {
  const { api } = useSession();
  const doing = useDoing();
  const [id, setId] = useState('');
  const [boundTo, setBoundTo] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [parties] = useAsked(async () => {
    const [{ providers }, { commissioners }, { referrers }] = await Promise.all([
      api.listProviders(),
      api.listCommissioners(),
      api.listReferrers(),
    ]);
    return [
      ...providers.map((party) => [`provider/${party.id}`, `Provider: ${party.name}`] as const),
      ...commissioners.map((party) => [`commissioner/${party.id}`, `Commissioner: ${party.name}`] as const),
      ...referrers.map((party) => [`referrer/${party.id}`, `Referrer: ${party.name}`] as const),
    ];
  }, []);

  const make = async () => {
    const binding = bindingOf(boundTo);
    const fields = [
      ...(id.trim() === '' ? [{ field: 'id', message: 'Give it a name' }] : []),
      ...(binding === undefined ? [{ field: 'binding', message: 'Choose to whom it is bound' }] : []),
      ...(chosen.length === 0 ? [{ field: 'scopes', message: 'Choose at least one thing it may do' }] : []),
    ];
    if (fields.length > 0 || binding === undefined) {
      doing.refuse({ title: 'There is a problem', detail: 'Nothing was made.', fields, signedOut: false });
      return;
    }
    // An id that is known would be given other rights, without a secret to show.
    const { clients } = await api.listClients();
    if (clients.some((client) => client.id === id.trim()))
      throw new Error(
        `There is a client ${id.trim()} already. Give this one another name, or remove the other first.`,
      );
    const kept = await api.putClient({ path: { id: id.trim() }, body: { scopes: [...chosen], binding } });
    if (kept.secret !== undefined) onMade({ ...kept, secret: kept.secret });
    setId('');
    setChosen([]);
  };
  const errorOf = (name: string) => doing.refused?.fields.find(({ field }) => field === name)?.message;

  return (
    <>
      <h2>Make a client</h2>
      <ErrorSummary message={doing.refused} controls={CONTROLS} />
      <Form doing={doing} act={make} button="Make the client">
        <TextField
          id={CONTROLS.id}
          label="Name"
          hint="Small letters, digits and strokes, such as harbour-house-records. It is how you know it."
          error={errorOf('id')}
          value={id}
          onChange={setId}
        />
        <SelectField
          id={CONTROLS.binding}
          label="Bound to"
          error={errorOf('binding')}
          value={boundTo}
          options={[
            ['', 'Choose one'],
            ['operator', 'The operator'],
            ...(parties.state === 'answered' ? parties.answer : []),
          ]}
          onChange={setBoundTo}
        />
        <Ticks
          id={CONTROLS.scopes}
          legend="What it may do"
          error={errorOf('scopes')}
          options={scopes}
          chosen={chosen}
          onChange={setChosen}
        />
      </Form>
    </>
  );
}
