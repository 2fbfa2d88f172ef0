import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** A desk and a telephone. */
const WIDTHS = [1280, 320] as const;
const HEIGHT = 900;
/** Chromium draws no picture that is higher. */
const HIGHEST = 16_000;

/** Pictures of a folder's `pack.html`, whole, at two widths: `html-1280.png`, `html-320.png`. */
export async function picturePage(folder: string): Promise<string[]> {
  const file = join(folder, 'pack.html');
  if (!existsSync(file)) return ['no pack.html'];
  if (!existsSync(CHROMIUM))
    return [`pack.html: not pictured, no Chromium at ${CHROMIUM}; name one in CHROMIUM`];
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });
  try {
    const lines: string[] = [];
    for (const width of WIDTHS) {
      const page = await browser.newPage({ viewport: { width, height: HEIGHT } });
      await page.goto(pathToFileURL(file).href);
      const height = await page.evaluate('document.documentElement.scrollHeight').then(Number);
      for (let part = 0; part * HIGHEST < height; part += 1) {
        const name = `html-${width}${part === 0 ? '' : `-${part + 1}`}.png`;
        const clip = { x: 0, y: part * HIGHEST, width, height: Math.min(HIGHEST, height - part * HIGHEST) };
        await page.screenshot({ path: join(folder, name), fullPage: true, clip });
      }
      lines.push(`pack.html: ${width} wide, ${height} high`);
      await page.close();
    }
    return lines;
  } finally {
    await browser.close();
  }
}
