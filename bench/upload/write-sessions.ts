import { closeSync, openSync, writeSync } from 'node:fs';

const AT_A_TIME = 10_000;

/** Writes a CSV of sessions as spreadsheets write them, days first and lists in a cell, of people who have fifty each. */
export function writeSessions(path: string, rows: number): void {
  const file = openSync(path, 'w');
  writeSync(file, 'id,personRef,groupRef,kind,startsAt,attendance,workers,topics\r\n');
  for (let i = 0; i < rows; i += AT_A_TIME)
    writeSync(file, Array.from({ length: Math.min(AT_A_TIME, rows - i) }, (_, j) => lineOf(i + j)).join(''));
  closeSync(file);
}

function lineOf(i: number): string {
  const day = String(1 + (i % 28)).padStart(2, '0');
  const month = String(1 + (i % 9)).padStart(2, '0');
  const cells = [
    ...[`S-${i}`, `SU-${Math.floor(i / 50)}`, `G-${i % 400}`, 'group', `${day}/${month}/2026 1${i % 8}:30`],
    ...['attended', `W-${i % 12}; W-${20 + (i % 7)}`, 'cravings; drug-dna'],
  ];
  return `${cells.join(',')}\r\n`;
}
