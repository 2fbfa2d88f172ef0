const NAMESPACE = 'http://s3.amazonaws.com/doc/2006-03-01/';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** Escapes text for an element; control characters too, since a key may hold any. */
function escapeXml(text: string): string {
  return text.replace(/[<>&"'\x00-\x1f]/g, (character) => `&#${String(character.charCodeAt(0))};`);
}

/** An element with its text escaped; nothing where there is no value. */
export function element(name: string, value: string | number | boolean | undefined): string {
  return value === undefined ? '' : `<${name}>${escapeXml(String(value))}</${name}>`;
}

/** A whole answer of S3. */
export function xmlDocument(root: string, content: string): string {
  return `${DECLARATION}<${root} xmlns="${NAMESPACE}">${content}</${root}>`;
}

export function xmlError(code: string, message: string, requestId: string): string {
  return `${DECLARATION}<Error>${element('Code', code)}${element('Message', message)}${element('RequestId', requestId)}</Error>`;
}

/** The contents of every element of a name, as they stand. */
export function elementsIn(text: string, name: string): string[] {
  const [, ...opened] = text.split(`<${name}>`);
  return opened.flatMap((rest) => {
    const end = rest.indexOf(`</${name}>`);
    return end === -1 ? [] : [rest.slice(0, end)];
  });
}

/** The text of the first element of a name. */
export function textIn(text: string, name: string): string | undefined {
  return elementsIn(text, name)[0]
    ?.replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replaceAll('&amp;', '&');
}
