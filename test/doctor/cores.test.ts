import type Docker from "dockerode";
import { examineCores } from "../../cli/engine/doctor/cores";
import { checkStack } from "../../cli/pipeline";
import { ROOT } from "../support/project";

const { plan } = checkStack(ROOT, "dev");
const largest = Math.max(...plan.services.map(({ cpu }) => cpu.value)) / 1000;
const engineWith = (cores: number): Pick<Docker, "info"> => ({
  info: () => Promise.resolve({ NCPU: cores }),
});

it("is fine with as many cores as the largest limit has", async () => {
  expect(await examineCores(plan, engineWith(largest))).toMatchObject({ standing: "ok", fix: null });
});

it("says which limit is in the way on a smaller machine", async () => {
  expect(await examineCores(plan, engineWith(largest - 1))).toMatchObject({
    standing: "wrong",
    found: `${largest - 1} cores`,
    wanted: `at least ${largest}, the limit of ollama`,
    fix: expect.stringContaining(`limits: { ollama: { cpu: ${largest - 1} } }`) as string,
  });
});

it("fits a machine of two cores in stack local", async () => {
  expect(await examineCores(checkStack(ROOT, "local").plan, engineWith(2))).toMatchObject({ standing: "ok" });
});
