/** The last column of the layout table in docs/architecture.md, as failing tests. */
const pulumiAtRunTime = { path: "@pulumi/", dependencyTypesNot: ["type-only"] };
module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "fleet-is-the-bottom",
      comment: "The domain knows nothing of who uses it.",
      severity: "error",
      from: { path: "^fleet/" },
      to: { path: "^(components|policies|stacks|cli|index)", pathNot: "\\.schema\\.json$" },
    },
    { name: "fleet-is-pure", severity: "error", from: { path: "^fleet/" }, to: { path: "@pulumi/" } },
    {
      name: "the-agent-stands-alone",
      comment:
        "It ships in an image of its own; it shares the words of the queue with the rest, and nothing else.",
      severity: "error",
      from: { path: "^agent/" },
      to: { path: "^(components|policies|stacks|cli|index)|^fleet/(?!queue/)" },
    },
    {
      name: "nobody-builds-on-the-agent",
      severity: "error",
      from: { path: "^(components|policies|stacks|cli|fleet)/" },
      to: { path: "^agent/" },
    },
    {
      name: "components-build-on-fleet",
      severity: "error",
      from: { path: "^components/" },
      to: { path: "^(policies|stacks|cli|index)" },
    },
    {
      name: "builders-load-no-sdk",
      comment: "Loading @pulumi costs 0.9 s; builders only need its types.",
      severity: "error",
      from: { path: "^components/(docker|consul)/|^components/declare" },
      to: pulumiAtRunTime,
    },
    {
      name: "the-checker-does-not-share-the-bug-of-the-checked",
      comment: "Rules take expected numbers from catalog and tier, never from sizing, planning or builders.",
      severity: "error",
      from: { path: "^policies/" },
      to: { path: "^(components|cli)/|^fleet/plan/(?!types)" },
    },
    {
      name: "rules-are-told-their-stack",
      comment: "Only the pack, which the engine starts, reads it itself.",
      severity: "error",
      from: { path: "^policies/", pathNot: "^policies/pack/" },
      to: { path: "^stacks/" },
    },
    {
      name: "rules-load-no-sdk",
      severity: "error",
      from: { path: "^policies/", pathNot: "^policies/(index\\.ts$|pack/)" },
      to: pulumiAtRunTime,
    },
    {
      name: "stacks-build-on-fleet",
      severity: "error",
      from: { path: "^stacks/" },
      to: { path: "^(components|policies|cli|index)" },
    },
    {
      name: "check-answers-at-once",
      comment: "cli/ drives the engine through files of its own (cli/engine/, cli/doctor/), which check never loads.",
      severity: "error",
      from: { path: "^cli/", pathNot: "^cli/(engine|doctor)/" },
      to: pulumiAtRunTime,
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default"],
    },
  },
};
