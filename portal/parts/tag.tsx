/** A state in a word; its colour only underlines it. */
export function Tag({ kind, children }: { readonly kind: TagKind; readonly children: string }) {
  return <strong class={`tag ${kind}`}>{children}</strong>;
}

export type TagKind = 'good' | 'bad' | 'careful' | 'plain';
