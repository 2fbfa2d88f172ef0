/**
 * Completes package-lock.json after `npm install`.
 *
 * npm leaves optional platform packages that the registry does not have out of the lock file, and `npm ci` then
 * refuses the whole file. Each missing one is added here as optional, with the system and processor its name
 * states, so that `npm ci` skips it. Such entries carry no integrity hash: they were never fetched.
 *
 *     npm install some-package && npm run lock
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const SYSTEMS = ['android', 'darwin', 'linux', 'win32', 'freebsd', 'openbsd', 'netbsd', 'sunos', 'aix'];
const PROCESSORS: Record<string, string> = {
  arm64: 'arm64',
  x64: 'x64',
  ia32: 'ia32',
  'arm-': 'arm',
  riscv64: 'riscv64',
  ppc64: 'ppc64',
  s390x: 's390x',
  loong64: 'loong64',
};

const lockSchema = z.looseObject({
  packages: z.record(
    z.string(),
    z.looseObject({ optionalDependencies: z.record(z.string(), z.string()).optional() }),
  ),
});

const path = 'package-lock.json';
const lock = lockSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
let added = 0;

for (const { optionalDependencies = {} } of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const key = `node_modules/${name}`;
    const os = SYSTEMS.find((system) => name.includes(system));
    const cpu = Object.entries(PROCESSORS).find(([word]) => name.includes(`-${word}`))?.[1];
    if (key in lock.packages || !/^\d/.test(version) || os === undefined || cpu === undefined) continue;
    const libc =
      os !== 'linux'
        ? undefined
        : name.includes('musl')
          ? 'musl'
          : name.includes('gnu')
            ? 'glibc'
            : undefined;
    lock.packages[key] = { version, cpu: [cpu], ...(libc && { libc: [libc] }), optional: true, os: [os] };
    added += 1;
  }
}

lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`added ${added} optional platform packages`);
