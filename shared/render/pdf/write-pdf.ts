import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Report } from '../../report/blocks.ts';
import { drawCharts, type Drawings } from '../charts/draw-charts.ts';
import { fontFile } from '../fonts.ts';
import { layoutData } from './layout-data.ts';
import { packed } from './packed.ts';
import { TEMPLATE } from './template.ts';

/**
 * The report as PDF/UA-1. Nothing in it depends on when or where it is written: the date is the one it is
 * given, the fonts are passed in.
 *
 * @param at the instant that the document is of
 * @param drawn its charts, where they have been drawn already
 *
 * @throws when the exporter refuses the document, for instance for a figure without an alternative text.
 */
export async function writePdf(report: Report, at: string, drawn?: Drawings): Promise<Uint8Array> {
  const drawings = drawn ?? (await drawCharts(report));
  compiler ??= newCompiler();
  compiler.evictCache(KEEP);
  const data = JSON.stringify(layoutData(report, at, drawings));
  const compiled = compiler.compile({ mainFileContent: TEMPLATE, inputs: { data } });
  const document = compiled.result;
  if (document === null)
    throw new Error('The document could not be laid out.', { cause: diagnosticsOf(compiled) });
  return packed(
    compiler.pdf(document, { pdfStandard: 'ua-1', creationTimestamp: Math.floor(Date.parse(at) / 1000) }),
  );
}

const KEEP = 1;

/** One compiler for the life of the process: reading the fonts is most of what it takes to make one. */
let compiler: NodeCompiler | undefined;

const newCompiler = (): NodeCompiler =>
  NodeCompiler.create({
    workspace: tmpdir(),
    fontArgs: [
      { fontBlobs: (['regular', 'italic', 'semibold'] as const).map((face) => readFileSync(fontFile(face))) },
    ],
  });

const diagnosticsOf = (compiled: ReturnType<NodeCompiler['compile']>): unknown =>
  compiled.takeError()?.shortDiagnostics;
