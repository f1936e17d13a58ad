import type { Part } from "../../fleet/catalog/types";

/** `registry:5000/library/python:3.11-slim@sha256:...` is the program `python` with the tag `3.11-slim`. */
export function readReference(image: string): { readonly program: string; readonly tag: string | null } {
  const name = image.split("@")[0] ?? "";
  const last = name.slice(name.lastIndexOf("/") + 1);
  const colon = last.indexOf(":");
  return { program: colon < 0 ? last : last.slice(0, colon), tag: colon < 0 ? null : last.slice(colon + 1) };
}

const LANGUAGES = ["python", "node", "ruby", "php", "golang", "rust", "openjdk", "eclipse-temurin", "perl"];
const BARE = ["debian", "ubuntu", "redis", "postgres", "ollama", "qdrant", "valkey"];
const BUSYBOX = ["alpine", "busybox", "prometheus", "alertmanager", "consul-exporter", "cadvisor"];

/**
 * Whether an image lacks a program: the well-known ones of health checks, in the official images.
 *
 * @returns null where nobody can know without looking into the image
 */
export function lacks(image: string, command: string): boolean | null {
  const { program, tag } = readReference(image);
  if (image.includes("distroless/") || program === "scratch") return !["", program].includes(command);
  const alpine = BUSYBOX.includes(program) || /(^|-)alpine/.test(tag ?? "");
  if (command === "python" || command === "python3") {
    if (program === "python") return false;
    return alpine || BARE.includes(program) || (program === "node" && /slim/.test(tag ?? "")) ? true : null;
  }
  if (command === "node")
    return program === "node"
      ? false
      : program === "python" || BARE.includes(program) || BUSYBOX.includes(program)
        ? true
        : null;
  if (command !== "curl" && command !== "wget" && command !== "nc") return null;
  if (alpine) return LANGUAGES.includes(program) || BUSYBOX.includes(program) ? command === "curl" : null;
  if (BARE.includes(program)) return true;
  if (!LANGUAGES.includes(program)) return null;
  return /slim/.test(tag ?? "") ? true : command === "nc";
}

/** True where the image has no shell, so that a check as text can't even begin. */
export function lacksShell(image: string): boolean {
  return image.includes("distroless/") || readReference(image).program === "scratch";
}

const PARTS: Readonly<Record<string, Part>> = {
  consul: "registry",
  rabbitmq: "queue",
  ollama: "models",
  haproxy: "router",
  nginx: "router",
  traefik: "router",
  prometheus: "monitoring",
  alertmanager: "monitoring",
  grafana: "monitoring",
  cadvisor: "monitoring",
};
/** What agents use and a catalog has no part for. */
const OTHERS = new Set(
  "redis valkey postgres pgvector mysql mariadb mongo neo4j chroma qdrant weaviate milvus minio elasticsearch opensearch kafka zookeeper nats vault loki promtail jaeger tempo otel-collector memcached etcd adminer pgadmin4".split(
    " ",
  ),
);

/** The part of a fleet that an image is for; `other` for a known service without one; null for what may be an agent. */
export function partOf(image: string): Part | "other" | null {
  const { program } = readReference(image);
  return PARTS[program] ?? (OTHERS.has(program) ? "other" : null);
}

/** The runtime that the name of an image tells; null where it tells none. */
export function runtimeOf(image: string): "python" | "node" | "wget" | null {
  const { program, tag } = readReference(image);
  if (program === "python" || /python/.test(program)) return "python";
  if (program === "node" || /nodejs?$/.test(program)) return "node";
  return BUSYBOX.includes(program) || /(^|-)alpine/.test(tag ?? "") ? "wget" : null;
}
