import type Docker from "dockerode";
import { MADE_OF } from "../../fleet/labels";
import { NODE_IMAGE, agentBundle, agentContent, buildAgentImage, importAgentImage } from "./agent-image";
import type { ReferenceAgentImage } from "./agent-image";
import { EngineError } from "./engine-error";

export interface Ways {
  /** The folder of this installation. */
  readonly home: string;
  readonly pull: () => Promise<void>;
  readonly say: (line: string) => void;
}

/** What Docker calls the processors that Node runs on. */
const ARCHITECTURES: Partial<Record<NodeJS.Architecture, string>> = { x64: "x86_64", arm64: "aarch64" };

/**
 * Sees to the image of the reference agent, and says which way it came: it is there; else it is pulled; else built on
 * Node's image; else made of the Node that runs this. One that was made here of another version is made anew.
 *
 * @throws EngineError `image-unavailable` with the reason of each way
 */
export async function ensureAgentImage(
  docker: Docker,
  image: ReferenceAgentImage,
  ways: Ways,
): Promise<void> {
  const { home, pull, say } = ways;
  const { reference } = image;
  const bundle = agentBundle(home);
  const there = await labelsOf(docker, reference);
  if (there !== null) {
    const madeOf = there[MADE_OF];
    if (madeOf === undefined || madeOf === agentContent(bundle)) return;
    say(`the image ${reference} was made of another version of the agent`);
  }
  const tried: string[] = [];
  const attempt = async (way: string, run: () => Promise<void>): Promise<boolean> => {
    try {
      await run();
      say(`made the image ${reference}: ${way}`);
      return true;
    } catch (error) {
      tried.push(`${way}: ${error instanceof Error ? error.message : String(error)}`);
      return false;
    }
  };
  if (there === null && (await attempt("pulled", pull))) return;
  if (await attempt(`built on ${NODE_IMAGE}`, () => buildAgentImage(docker, image, bundle))) return;
  const way = `made of this machine's Node ${process.version} and its libraries`;
  const here = async () => {
    await checkPlatform(docker);
    await importAgentImage(docker, image, bundle);
  };
  if (await attempt(way, here)) return;
  throw new EngineError(
    "image-unavailable",
    `the image ${reference} can't be made`,
    tried.join("; "),
    "an image registry, or a Docker Engine that runs programs of this machine",
    `Let Docker pull ${reference} or ${NODE_IMAGE}, or load the image with docker load.`,
  );
}

async function labelsOf(docker: Docker, reference: string): Promise<Readonly<Record<string, string>> | null> {
  try {
    const { Config } = await docker.getImage(reference).inspect();
    return (Config as { readonly Labels?: Record<string, string> | null }).Labels ?? {};
  } catch (error) {
    if ((error as { statusCode?: number }).statusCode === 404) return null;
    throw error;
  }
}

/** @throws Error when the Docker Engine can't run a program of this machine */
async function checkPlatform(docker: Docker): Promise<void> {
  const { OSType, Architecture } = (await docker.info()) as { OSType: string; Architecture: string };
  const here = `${process.platform} ${ARCHITECTURES[process.arch] ?? process.arch}`;
  const there = `${OSType} ${Architecture}`;
  if (here !== there) throw new Error(`this is ${here}, and the Docker Engine runs ${there}`);
}
