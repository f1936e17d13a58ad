import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, readlinkSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import type Docker from "dockerode";
import { pack } from "tar-stream";
import { imageExists } from "../../cli/engine/stub-image";
import { CONSUL } from "../../cli/engine/tools/known";
import { ALERTMANAGER, OLLAMA, PROMETHEUS } from "../../cli/engine/tools/known-services";
import { obtainTool } from "../../cli/engine/tools/obtain";
import { onPath } from "../../cli/engine/tools/on-path";
import type { Tool } from "../../cli/engine/tools/tool";
import { ROOT } from "./project";

/**
 * Images of services, made of this machine's programs under the references that the catalog names: suites reach no
 * image registry. What the fleet relies on is as in the official images: paths, entry point, owners of folders.
 */
interface ServiceImage {
  readonly reference: string;
  /** Programs by their path in the image; the libraries that they load come along. */
  readonly programs: Readonly<Record<string, string>>;
  /** Folders of this machine that stand in the image as they stand here. */
  readonly trees?: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
  /** Folders that belong to the user of the service, as `uid`. */
  readonly folders: Readonly<Record<string, number>>;
  readonly instructions: readonly string[];
}

const say = (line: string) => process.stderr.write(`${line}\n`);
const SHELL_PROGRAMS = [
  ...[
    "sh",
    "wget",
    "nc",
    "cat",
    "id",
    "expr",
    "readlink",
    "dirname",
    "basename",
    "sed",
    "cut",
    "grep",
    "mkdir",
  ],
  ...[
    "chmod",
    "ls",
    "test",
    "printf",
    "env",
    "tr",
    "rm",
    "mv",
    "uname",
    "sleep",
    "hostname",
    "which",
    "df",
    "ps",
  ],
];
const ERLANG = "/usr/lib/erlang";

/** What `hashicorp/consul` is, with the curl and jq that it has. */
export async function ensureConsulImage(docker: Docker, reference: string): Promise<void> {
  const { path } = await obtainTool(CONSUL, { root: ROOT, say });
  const start = [
    "#!/bin/sh",
    `if [ "$1" = agent ]; then shift; set -- consul agent -data-dir=/consul/data -config-dir=/consul/config "$@"; fi`,
    `exec "$@"`,
  ];
  await ensureImage(docker, {
    reference,
    programs: {
      "bin/consul": path,
      ...Object.fromEntries(["curl", "jq"].map((name) => [`bin/${name}`, required(name)])),
    },
    files: { "usr/local/bin/docker-entrypoint.sh": `${start.join("\n")}\n` },
    folders: { "consul/": 100, "consul/data/": 100, "consul/config/": 100 },
    instructions: [
      "ENV PATH=/bin:/usr/local/bin",
      "VOLUME /consul/data",
      'ENTRYPOINT ["docker-entrypoint.sh"]',
      'CMD ["agent","-dev","-client","0.0.0.0"]',
    ],
  });
}

/** What `prom/prometheus` is: one that knows Consul discovery, which Debian's does not. */
export async function ensurePrometheusImage(docker: Docker, reference: string): Promise<void> {
  const options = ["--config.file=/etc/prometheus/prometheus.yml", "--storage.tsdb.path=/prometheus"];
  await ensureImageOf(PROMETHEUS, options, docker, reference);
}

/** What `prom/alertmanager` is. */
export async function ensureAlertmanagerImage(docker: Docker, reference: string): Promise<void> {
  const options = ["--config.file=/etc/alertmanager/alertmanager.yml", "--storage.path=/alertmanager"];
  await ensureImageOf(ALERTMANAGER, options, docker, reference);
}

/** Images of the Prometheus project are made alike: a program with its tools, its user and its two folders. */
async function ensureImageOf(
  tool: Tool,
  options: readonly string[],
  docker: Docker,
  reference: string,
): Promise<void> {
  const { path } = await obtainTool(tool, { root: ROOT, say });
  const { name, companions = {} } = tool;
  await ensureImage(docker, {
    reference,
    programs: {
      [`bin/${name}`]: path,
      ...Object.fromEntries(
        Object.keys(companions).map((each) => [`bin/${each}`, join(dirname(path), each)]),
      ),
    },
    folders: { [`${name}/`]: 65534, [`etc/${name}/`]: 65534 },
    instructions: [
      "ENV PATH=/bin",
      "USER nobody",
      `WORKDIR /${name}`,
      `ENTRYPOINT ["/bin/${name}"]`,
      `CMD ${JSON.stringify(options)}`,
    ],
    files: { "etc/passwd": "root:x:0:0::/:/bin/sh\nnobody:x:65534:65534::/:/bin/sh\n" },
  });
}

/** What `rabbitmq` is: its user, its folders and where it looks for plugins; the broker is Debian's. */
export async function ensureRabbitmqImage(docker: Docker, reference: string): Promise<void> {
  const [erlang = ""] = readdirSync(ERLANG).filter((name) => name.startsWith("erts-"));
  const crypto = "/usr/lib/x86_64-linux-gnu/libcrypto.so.3";
  await ensureImage(docker, {
    reference,
    programs: {
      ...Object.fromEntries(
        ["beam.smp", "epmd", "inet_gethost", "erl_child_setup"].map((name) => {
          const path = join(ERLANG, erlang, "bin", name);
          return [path.slice(1), path];
        }),
      ),
      "lib/libcrypto.so.3": crypto,
    },
    trees: [ERLANG, "/usr/lib/rabbitmq"],
    files: {
      "etc/rabbitmq/enabled_plugins": "[rabbitmq_prometheus].\n",
      "etc/passwd": "root:x:0:0::/:/bin/sh\nrabbitmq:x:100:101::/var/lib/rabbitmq:/bin/sh\n",
    },
    folders: { "var/lib/rabbitmq/": 100, "var/log/rabbitmq/": 100 },
    instructions: [
      `ENV PATH=/usr/lib/rabbitmq/bin:${ERLANG}/bin:/bin`,
      "ENV HOME=/var/lib/rabbitmq",
      "ENV LD_LIBRARY_PATH=/lib",
      "ENV LANG=C.UTF-8",
      "ENV RABBITMQ_LOGS=-",
      "VOLUME /var/lib/rabbitmq",
      'CMD ["rabbitmq-server"]',
    ],
  });
}

/** What `haproxy` is; the program is Debian's. */
export async function ensureHaproxyImage(docker: Docker, reference: string): Promise<void> {
  const path = onPath("haproxy");
  if (path === null) throw new Error("no haproxy on PATH (Debian's package haproxy)");
  await ensureImage(docker, {
    reference,
    programs: { "bin/haproxy": path },
    files: { "etc/passwd": "root:x:0:0::/:/bin/sh\nhaproxy:x:99:99::/:/bin/sh\n" },
    folders: { "usr/local/etc/haproxy/": 99 },
    instructions: [
      "ENV PATH=/bin",
      "USER haproxy",
      'CMD ["haproxy","-W","-db","-f","/usr/local/etc/haproxy/haproxy.cfg"]',
    ],
  });
}

/** What `ollama/ollama` is, without a model. */
export async function ensureOllamaImage(docker: Docker, reference: string): Promise<void> {
  const { path } = await obtainTool(OLLAMA, { root: ROOT, say });
  await ensureImage(docker, {
    reference,
    programs: { "bin/ollama": path },
    folders: {},
    instructions: [
      "ENV PATH=/bin",
      "ENV OLLAMA_HOST=0.0.0.0:11434",
      'ENTRYPOINT ["/bin/ollama"]',
      'CMD ["serve"]',
    ],
  });
}

async function ensureImage(docker: Docker, image: ServiceImage): Promise<void> {
  if (await imageExists(docker, image.reference)) return;
  const busybox = required("busybox");
  const archive = pack();
  const made = new Set<string>();
  const folder = (path: string, uid = 0, mode = 0o755): void => {
    if (path === "" || made.has(path)) return;
    const above = path.replace(/[^/]+\/$/, "");
    folder(above);
    made.add(path);
    archive.entry({ name: path, type: "directory", mode, uid, gid: uid });
  };
  const file = (name: string, content: Buffer | string, mode: number): void => {
    if (made.has(name)) return;
    made.add(name);
    folder(name.replace(/[^/]+$/, ""));
    archive.entry({ name, mode }, content);
  };
  folder("tmp/", 0, 0o1777);
  folder("var/tmp/", 0, 0o1777);
  for (const [path, uid] of Object.entries(image.folders)) folder(path, uid);
  file("bin/busybox", readFileSync(busybox), 0o755);
  for (const name of SHELL_PROGRAMS)
    archive.entry({ name: `bin/${name}`, type: "symlink", linkname: "busybox", mode: 0o777 });
  for (const [name, path] of Object.entries(image.programs)) {
    file(name, readFileSync(path), 0o755);
    for (const library of librariesOf(path)) file(library.slice(1), readFileSync(library), 0o755);
  }
  for (const tree of image.trees ?? []) {
    for (const entry of readdirSync(tree, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      const name = path.slice(1);
      if (entry.isDirectory()) folder(`${name}/`);
      else if (entry.isSymbolicLink()) {
        folder(name.replace(/[^/]+$/, ""));
        archive.entry({ name, type: "symlink", linkname: readlinkSync(path), mode: 0o777 });
      } else file(name, readFileSync(path), statSync(path).mode & 0o777);
    }
  }
  for (const [name, content] of Object.entries(image.files ?? {})) file(name, content, 0o755);
  archive.finalize();
  const at = image.reference.lastIndexOf(":");
  const stream = await docker.importImage(Readable.from(archive), {
    repo: image.reference.slice(0, at),
    tag: image.reference.slice(at + 1),
    changes: image.instructions.join("\n"),
  });
  await new Promise<void>((resolve, reject) => {
    docker.modem.followProgress(stream, (error: Error | null) => {
      if (error === null) resolve();
      else reject(error);
    });
  });
}

function required(program: string): string {
  const path = onPath(program);
  if (path === null) throw new Error(`no ${program} on PATH`);
  return path;
}

/** What a program loads when it starts, by absolute path. */
function librariesOf(path: string): readonly string[] {
  let text: string;
  try {
    text = execFileSync("ldd", [path], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  } catch {
    return []; // a static program
  }
  return [...text.matchAll(/(\/\S+) \(0x/g)].map(([, library]) => library ?? "");
}
