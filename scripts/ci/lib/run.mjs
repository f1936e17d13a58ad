/** Runs a script's work; a failure is one line that says what to do, not a stack. */
export async function run(work) {
  try {
    await work(process.argv.slice(2));
  } catch (error) {
    const { message, cause } = error;
    console.error(`error  ${message}${cause instanceof Error ? `: ${cause.message}` : ""}`);
    process.exitCode = 1;
  }
}

/** Stops with how a script is called. */
export function usage(text) {
  console.error(`usage: ${text}`);
  process.exit(2);
}
