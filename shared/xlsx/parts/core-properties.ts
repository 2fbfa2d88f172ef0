import type { Properties } from '../properties.ts';
import { DECLARATION, element, inText, NAMESPACES } from './xml.ts';

/** Source: ECMA-376, part 2, 8 (core properties); the language by RFC 5646. */
export function corePropertiesPart({ title, subject, creator, at }: Properties): string {
  return (
    DECLARATION +
    element(
      'cp:coreProperties',
      {
        'xmlns:cp': `${NAMESPACES.package}/metadata/core-properties`,
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:dcterms': 'http://purl.org/dc/terms/',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      },
      element('dc:title', {}, inText(title)),
      element('dc:subject', {}, inText(subject)),
      element('dc:creator', {}, inText(creator)),
      element('cp:lastModifiedBy', {}, inText(creator)),
      ...(at === undefined ? [] : [instant('created', at), instant('modified', at)]),
      '<dc:language>en-GB</dc:language>',
    )
  );
}

const instant = (name: string, at: string): string =>
  element(
    `dcterms:${name}`,
    { 'xsi:type': 'dcterms:W3CDTF' },
    new Date(at).toISOString().replace(/\.\d+/, ''),
  );
