import type { World } from '../../platform/world.ts';
import type { Bucket } from '../../store/pack-files.ts';
import type { KnownPack } from '../../store/known-packs.ts';
import type { IssuedPack } from '../../store/packs.ts';
import { readGateInput } from './read-gate-input.ts';
import { type Gate, runGate } from './run-gate.ts';

/** Where files are, and the key that they are signed with. */
export type GateParts = Pick<World, 'publicKeys'> & { readonly bucket: Bucket; readonly keyId: string };

/** The gate of a revision as things stand now. */
export async function gateOf(
  { bucket, publicKeys, keyId }: GateParts,
  pack: IssuedPack,
  issued: readonly KnownPack[],
): Promise<Gate> {
  return runGate(await readGateInput(bucket, pack, issued, await publicKeys.publicKey(keyId)));
}
