import type Docker from "dockerode";

/** Reads what the Docker Engine says while it works; fails when it says that something failed. */
export async function follow(docker: Docker, stream: NodeJS.ReadableStream): Promise<void> {
  const messages = await new Promise<{ error?: string }[]>((resolve, reject) => {
    docker.modem.followProgress(stream, (error: Error | null, output: { error?: string }[]) => {
      if (error !== null) reject(error);
      else resolve(output);
    });
  });
  const failed = messages.find((message) => message.error !== undefined);
  if (failed !== undefined) throw new Error(failed.error);
}

/** An image reference as name and tag. */
export function splitReference(reference: string): [string, string] {
  const colon = reference.lastIndexOf(":");
  if (colon <= reference.lastIndexOf("/")) return [reference, "latest"];
  return [reference.slice(0, colon), reference.slice(colon + 1)];
}
