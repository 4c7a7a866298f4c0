// Who may import whom: the design's rules of dependency. Type-only imports count (tsPreCompilationDeps).
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: '^(packages|codegen|test|bench|tools)/', pathNot: [from, ...allowed] },
});

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    only('leaf-api', '^packages/api/', [], 'api imports nothing'),
    only('leaf-oci-spec', '^packages/oci-spec/', [], 'oci-spec imports nothing'),
    only('leaf-agent-proto', '^packages/agent-proto/', [], 'agent-proto imports nothing'),
    only('sdk', '^packages/sdk/', ['^packages/api/'], 'sdk imports api'),
    only(
      'plugin-kit',
      '^packages/plugin-kit/',
      ['^packages/(api|oci-spec|agent-proto)/'],
      'plugin-kit imports the three leaves: its agent port is the agent-proto contract',
    ),
    {
      name: 'plugins',
      comment: 'a plugin imports the leaves and plugin-kit; never another plugin, never the server',
      severity: 'error',
      from: { path: '^packages/plugins/([^/]+)/' },
      to: {
        path: '^(packages|codegen|test|bench|tools)/',
        pathNot: ['^packages/plugins/$1/', '^packages/(api|oci-spec|agent-proto|plugin-kit)/'],
      },
    },
    only(
      'examples',
      '^examples/',
      ['^packages/(api|oci-spec|agent-proto|plugin-kit|sdk)/'],
      'a third party’s plugin imports what ours may, its client the SDK',
    ),
    only(
      'server',
      '^packages/server/',
      ['^packages/(api|oci-spec|agent-proto|plugin-kit)/'],
      'server never imports a plugin',
    ),
    only(
      'agent',
      '^packages/agent/',
      ['^packages/(agent-proto|oci-spec)/'],
      'the agent knows the contract and the OCI spec',
    ),
    only('codegen', '^codegen/', [], 'the generator stands alone'),
    {
      name: 'inversify',
      comment:
        'injection is wired in module.ts files, the kit’s tokens, the kernel’s injection file and arcad',
      severity: 'error',
      from: {
        path: '^packages/',
        pathNot: [
          '/module\\.ts$',
          '/module\\.test\\.ts$',
          '^packages/plugin-kit/src/binding\\.ts$',
          '^packages/server/src/kernel/injection(\\.test)?\\.ts$',
          '^packages/arcad/',
        ],
      },
      to: { path: 'node_modules/(inversify|@inversifyjs)/' },
    },
    {
      name: 'one-door',
      comment: 'a package is entered by its index.ts',
      severity: 'error',
      from: { path: '^(packages/(?:plugins/)?[^/]+)/' },
      to: { path: '^packages/(?:plugins/)?[^/]+/src/(?!index\\.ts$|testing/index\\.ts$)', pathNot: '^$1/' },
    },
    {
      name: 'processes-in-the-agent',
      comment: 'child processes and system calls live in the agent’s linux folder',
      severity: 'error',
      from: {
        path: '^packages/',
        // The client's credential helpers and ssh are programs beside it.
        pathNot: [
          ...['^packages/agent/src/', '\\.test\\.ts$', '^packages/arcad/', '^packages/server/src/http/'],
          '^packages/sdk/src/node/(dial|credentials)\\.ts$',
        ],
      },
      to: { path: '^(node:)?child_process$|node_modules/koffi/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules|(^|/)dist/' },
    tsConfig: { fileName: 'tsconfig.cruise.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
