/** What the portal is made of: each file's name and kind. */
export const portalAssets = {
  'index.html': 'text/html',
  'portal.js': 'text/javascript',
  'portal.css': 'text/css',
  'icon.svg': 'image/svg+xml',
} as const;

export type PortalAsset = keyof typeof portalAssets;
