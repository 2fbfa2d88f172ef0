/** An SVG document of shapes and words, in pixels; words are set in the document's own typeface. */
export const svgDocument = (width: number, height: number, inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Source Sans 3">${inside}</svg>`;
