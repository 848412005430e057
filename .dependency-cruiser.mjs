// Who may import whom, with the reason for each rule. `test/architecture.test.ts` holds the tree to it.

/** A folder may import only from these places; everything else is a violation of the rule. */
function only(name, from, allowed, comment) {
  return { name, severity: 'error', comment, from: { path: from }, to: { pathNot: allowed } };
}

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Two files that need each other are one thought in two places.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'nothing-imports-test',
      severity: 'error',
      comment: 'The product never depends on its tests.',
      from: { path: '^(src|bin|templates)/' },
      to: { path: '^test/' },
    },
    {
      name: 'no-dev-dependencies',
      severity: 'error',
      comment: 'What the program needs to run is a dependency of its own.',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
    only(
      'domain-is-pure',
      '^src/domain/',
      ['^src/domain/'],
      'The rules of the court are values and functions: no disk, no clock, no Excel, no words of the screen.',
    ),
    only(
      'store-is-disk',
      '^src/store/(?!digest\\.ts$)',
      ['^src/(store|domain)/', '^node_modules/chinese-days/', '^(node:)?(fs|path|timers|util|os|buffer)'],
      'The store knows files and the domain; it asks nobody anything and prints nothing.',
    ),
    only(
      'digests-come-late',
      '^src/store/digest\\.ts$',
      ['^(node:)?(crypto|process)$'],
      'What digests need is asked for when the first is made, by the one part of Node that can be asked.',
    ),
    only(
      'package-is-zip-and-xml',
      '^src/package/',
      [
        '^src/(package|domain)/',
        '^node_modules/(yauzl|@xmldom/xmldom)/',
        '^(node:)?(zlib|crypto|buffer|stream|util)',
      ],
      'Packages of parts are the same of a workbook and a document: zip and XML within bounds, nothing of what they say.',
    ),
    only(
      'marks-are-names',
      '^src/marks/',
      ['^src/(marks|domain)/'],
      'What stands in braces, and what it may mean, is the same in templates of every program.',
    ),
    only(
      'workbook-is-excel',
      '^src/workbook/',
      [
        '^src/(workbook|package|marks|domain)/',
        '^node_modules/(@xmldom/xmldom|get-east-asian-width)/',
        '^(node:)?(zlib|crypto|buffer|stream|util)',
      ],
      'Workbooks are made from plain values; where they come from and go to is not their business.',
    ),
    only(
      'tables-are-read',
      '^src/tables/',
      ['^src/(tables|workbook|package|domain)/', '^node_modules/papaparse/', '^(node:)?(buffer|util)'],
      'What clerks hand in becomes plain values within bounds of memory and time; what it means is asked elsewhere.',
    ),
    only(
      'documents-are-files',
      '^src/documents/',
      ['^src/(documents|package|marks|domain)/', '^node_modules/ical-generator/', '^(node:)?buffer'],
      'Documents other than workbooks are made from plain values: domain, their own libraries, nothing else.',
    ),
    {
      name: 'one-place-for-each-library',
      severity: 'error',
      comment: 'One file speaks to inquirer, one to chalk, one to commander.',
      from: { path: '^src/', pathNot: '^src/cli/(prompts|parse|render/colours)\\.ts$' },
      to: { path: '^node_modules/(inquirer|chalk|commander)/' },
    },
    {
      name: 'one-place-for-holidays',
      severity: 'error',
      comment: 'The tables of holidays are data of one file, which a workspace may replace.',
      from: { path: '^src/', pathNot: '^src/store/holidays\\.ts$' },
      to: { path: '^node_modules/chinese-days/' },
    },
    {
      name: 'one-place-for-calendars',
      severity: 'error',
      comment: 'Only documents know the library that writes calendars.',
      from: { path: '^src/', pathNot: '^src/documents/' },
      to: { path: '^node_modules/ical-generator/' },
    },
    only(
      'messages-are-words',
      '^src/messages/',
      ['^src/(messages|domain)/'],
      'Words take facts of the domain; they do nothing.',
    ),
    only(
      'render-is-pure',
      '^src/cli/render/',
      [
        '^src/(domain|messages)/',
        '^src/cli/(render|command|contents|globals)',
        '^src/environment\\.ts$',
        '^node_modules/(get-east-asian-width|chalk)/',
      ],
      'Rendering is value to string; it reads no disk and asks nothing.',
    ),
    only(
      'commands-stand-alone',
      '^src/cli/commands/',
      [
        '^src/(domain|store|workbook|package|marks|tables|documents|messages)/',
        '^src/environment\\.ts$',
        '^src/cli/(?!commands|prompts|parse)',
        '^(node:)?path$',
      ],
      'A command never calls another, never asks inquirer itself, never touches the process: what two need stands beside them.',
    ),
    {
      name: 'environment-is-a-type',
      severity: 'error',
      comment: 'The few effects of the world are named there and made in one other file.',
      from: { path: '^src/environment\\.ts$' },
      to: { path: '.' },
    },
    {
      name: 'only-the-start-makes-the-environment',
      severity: 'error',
      comment: 'Everything else is handed the world as an argument.',
      from: { path: '^src/', pathNot: '^src/(start|process-environment)\\.ts$' },
      to: { path: '^src/process-environment\\.ts$' },
    },
    {
      name: 'nothing-unreachable',
      severity: 'error',
      comment: 'A file that nothing imports is not part of the house.',
      from: { orphan: true, path: '^src/' },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
    moduleSystems: ['es6', 'cjs'],
  },
};
