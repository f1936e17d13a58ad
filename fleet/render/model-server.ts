import { MODELS_VARIABLE } from "../models";

/** The kinds of files that make a service a server of the models that it is told to hold. */
export const MODEL_SERVER = "model-server";
export const MODEL_CHECK = "model-check";

/**
 * The script that serves models with Ollama and pulls those that are not there, each time it starts, until it has them.
 * A model that somebody brought meanwhile, where no registry can be reached, is as good as one that was pulled.
 * `MODELS_VARIABLE` says which, separated by spaces. For any shell that POSIX knows.
 */
export function modelServerScript(): string {
  return `#!/bin/sh
# Made from the catalog: docs/models.md.
ollama serve &
server=$!
trap 'kill -TERM "$server"; wait "$server"; exit 0' TERM INT
until ollama list >/dev/null 2>&1; do
  kill -0 "$server" 2>/dev/null || exit 1
  sleep 1
done
for model in $${MODELS_VARIABLE}; do
  until ollama show "$model" >/dev/null 2>&1; do
    kill -0 "$server" 2>/dev/null || exit 1
    echo "pulling $model"
    # Waited for in this way, a signal is not held up by a long pull.
    ollama pull "$model" &
    wait $! || echo "$model can't be pulled; trying again"
    sleep 2
  done
  echo "$model is there"
done
wait "$server"
`;
}

/** The script that finds the server healthy when it has every model that it is told to hold. */
export function modelCheckScript(): string {
  return `#!/bin/sh
for model in $${MODELS_VARIABLE}; do
  ollama show "$model" >/dev/null 2>&1 || { echo "$model is not there"; exit 1; }
done
ollama list >/dev/null
`;
}
