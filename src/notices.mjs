// Writes THIRD-PARTY-NOTICES: the packages that dist/ contains, with their licences, from the packages as they were restored for src/Cli.
// With --check it writes nothing and fails if the file is not current.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('..', import.meta.url));
const notices = join(repository, 'THIRD-PARTY-NOTICES');
const texts = { MIT: 'MIT.txt', 'Apache-2.0': 'Apache-2.0.txt', 'BSD-2-Clause': 'BSD-2-Clause.txt', 'MS-PL': 'MS-PL.txt' };
// Old packages give an address; what was found there.
const addresses = {
  'https://github.com/moodmosaic/Fare/blob/master/LICENSE': 'MIT',
  'https://github.com/jdevillard/JmesPath.Net/blob/master/LICENSE': 'Apache-2.0',
  'https://raw.githubusercontent.com/aspnet/AspNetCore/2.0.0/LICENSE.txt': 'Apache-2.0',
  'https://raw.githubusercontent.com/StefH/SimMetrics.Net/master/LICENSE': 'MIT',
};

const assets = JSON.parse(readFileSync(join(repository, 'src/Cli/obj/project.assets.json'), 'utf8'));
const folders = Object.keys(assets.packageFolders);
const used = new Set();
const packages = shipped().map(describe);
const rule = '-'.repeat(100);
const content = [
  'What dist/ contains besides this project. `make notices` writes this file from the restored packages.',
  '',
  ...packages.map(({ id, version, licence }) => `${`${id} ${version}`.padEnd(44)} ${licence}`),
  ...packages.flatMap(({ text }) => ['', rule, '', text]),
  ...[...used].sort().flatMap(licence => ['', rule, '', `${licence}:`, '', readFileSync(join(repository, 'src/licences', texts[licence]), 'utf8').trim()]),
  '',
].join('\n');

if (process.argv.includes('--check')) {
  if (!existsSync(notices) || readFileSync(notices, 'utf8') !== content) {
    console.error('THIRD-PARTY-NOTICES is not current; `make notices` writes it.');
    process.exit(1);
  }
} else {
  writeFileSync(notices, content);
  console.log(`THIRD-PARTY-NOTICES: ${packages.length} packages`);
}

/** Packages with files that are needed at run time; analyzers have none. */
function shipped() {
  const [target] = Object.values(assets.targets);
  return Object.entries(target)
    .filter(([, library]) => library.type === 'package')
    .filter(([, library]) => [library.runtime, library.runtimeTargets, library.native].some(files => Object.keys(files ?? {}).some(file => !file.endsWith('_._'))))
    .map(([name]) => name)
    .sort((left, right) => (left.toLowerCase().split('/')[0] < right.toLowerCase().split('/')[0] ? -1 : 1));
}

function describe(name) {
  const { path, files } = assets.libraries[name];
  const folder = folders.map(root => join(root, path)).find(existsSync);
  const nuspec = readFileSync(join(folder, files.find(file => file.endsWith('.nuspec'))), 'utf8');
  const element = tag => decode(nuspec.match(new RegExp(`<${tag}(?:\\s[^>]*)?>([^<]*)</${tag}>`))?.[1].trim() ?? '');
  const [id, version] = [element('id'), element('version')];
  const kind = nuspec.match(/<license\s+type="(\w+)"/)?.[1];
  const named = kind === 'expression' ? element('license') : kind === 'file' ? '' : addresses[element('licenseUrl')];
  const licence = named || (kind === 'file' ? `see ${element('license')} below` : '');
  if (!licence || (named && !texts[named])) {
    throw new Error(`${id} ${version} has a licence that src/notices.mjs does not know: ${licence || element('licenseUrl') || 'none'}`);
  }

  if (named) {
    used.add(named);
  }

  const source = nuspec.match(/<repository[^>]*\burl="([^"]+)"/)?.[1] ?? element('projectUrl');
  const lines = [`${id} ${version}`, source, element('copyright') || `Copyright (c) ${element('authors')}`];
  lines.push(named
    ? `Licence: ${licence}`
    : `\n${readFileSync(join(folder, element('license')), 'utf8').replace(/^\uFEFF/, '').replaceAll('\r\n', '\n').trim()}`);
  return { id, version, licence, text: lines.filter(Boolean).join('\n') };
}

function decode(text) {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');
}
