import { codeInWords } from '../words/code-in-words.ts';

/** Who is signed in, as `GET /v1/me` tells it. */
export type Me = {
  readonly person: boolean;
  readonly binding: Binding;
  readonly scopes: readonly string[];
};

/** To whom somebody is bound. */
export type Binding =
  | { readonly provider: string }
  | { readonly commissioner: string }
  | { readonly referrer: string }
  | { readonly operator: true };

export type Party = 'provider' | 'commissioner' | 'referrer' | 'operator';

export function partyOf(binding: Binding): Party {
  if ('provider' in binding) return 'provider';
  if ('commissioner' in binding) return 'commissioner';
  return 'referrer' in binding ? 'referrer' : 'operator';
}

/** Whom somebody is there for, in words: `Commissioner Northshire`. */
export function bindingInWords(binding: Binding): string {
  if ('provider' in binding) return `Provider ${codeInWords(binding.provider)}`;
  if ('commissioner' in binding) return `Commissioner ${codeInWords(binding.commissioner)}`;
  return 'referrer' in binding ? `Referrer ${codeInWords(binding.referrer)}` : 'Operator';
}
