import type { PortalAsset } from '../functions/show-portal/assets.ts';
import { bundlePortal } from '../scripts/portal/bundle-portal.ts';

let bundled: ReturnType<typeof bundlePortal> | undefined;

/** A file of the portal, bundled when the first of them is asked for. */
export async function readPortalAsset(name: PortalAsset): Promise<Uint8Array> {
  const file = (await (bundled ??= bundlePortal())).get(name);
  if (file === undefined) throw new Error(`The portal is made without ${name}.`);
  return file;
}
