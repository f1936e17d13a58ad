// One preview of the naive program, as Pulumi's Node language host runs it: TypeScript compiled and type-checked while
// it is loaded. No language host is needed: the program is inline.
const { typeScriptRequireStrings } = require("@pulumi/pulumi/tsutils");

const { tsnodeRequire, typescriptRequire } = typeScriptRequireStrings();
require(tsnodeRequire).register({
  compiler: typescriptRequire,
  skipProject: true,
  compilerOptions: {
    ...{ target: "ES2020", module: "nodenext", moduleResolution: "nodenext", sourceMap: true },
    ...{ resolveJsonModule: true },
  },
});
const { program } = require("./naive.ts");
require("./preview.cjs").preview(program, {});
