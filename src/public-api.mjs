// Writes the public surface of each library into its PublicAPI.Shipped.txt: the names that the analyzer finds undeclared in an empty file.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('.', import.meta.url));
const header = '#nullable enable\n';
const libraries = ['JsonSchema', 'Contract', 'Contract.Validation', 'Contract.Generation', 'Contract.AspNetCore', 'MockServer', 'Verification', 'ReferenceImpl'];

for (const library of libraries) {
  const folder = `${source}${library}`;
  writeFileSync(`${folder}/PublicAPI.Shipped.txt`, header);
  writeFileSync(`${folder}/PublicAPI.Unshipped.txt`, header);
}

execFileSync('dotnet', ['build', `${source}Cli`, '-c', 'Release', '-v', 'q', '-clp:NoSummary;ErrorsOnly', '--no-incremental',
  '-p:TreatWarningsAsErrors=false', '-p:ErrorLog=obj/public-api.sarif'], { stdio: 'inherit' });

for (const library of libraries) {
  const folder = `${source}${library}`;
  const log = JSON.parse(readFileSync(`${folder}/obj/public-api.sarif`, 'utf8').replace(/^\uFEFF/, ''));
  const names = log.runs[0].results.filter(result => result.ruleId === 'RS0016').map(result => result.properties.customProperties.APIName);
  const sorted = [...new Set(names)].sort((left, right) => (left < right ? -1 : 1));
  writeFileSync(`${folder}/PublicAPI.Shipped.txt`, header + sorted.map(name => `${name}\n`).join(''));
  console.log(`${library}: ${sorted.length} names`);
}
