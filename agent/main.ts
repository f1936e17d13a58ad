import { Agent } from "./agent";
import { log, messageOf } from "./log";
import { SettingsError, readSettings } from "./settings";

/** Exit codes: 0 after a clean stop, 1 when it can't go on, 2 when the environment can't be used. */
async function main(): Promise<void> {
  const agent = new Agent(readSettings(process.env));
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    agent
      .stop()
      .then(() => process.exit(0))
      .catch(fail);
  };
  process.on("SIGTERM", stop).on("SIGINT", stop);
  await agent.start();
}

function fail(error: unknown): void {
  log("error", "the agent can't go on", { error: messageOf(error) });
  process.exit(error instanceof SettingsError ? 2 : 1);
}

main().catch(fail);
