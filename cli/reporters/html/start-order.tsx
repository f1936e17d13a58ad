import type { WavePlan } from "../../../fleet/plan/types";
import { anchor } from "./format";
import { Section } from "./parts";

/** The waves as a time line. A wave begins when the one before it is healthy. */
export function StartOrder({ waves }: { readonly waves: readonly WavePlan[] }) {
  return (
    <Section
      id="start-order"
      title="Start order"
      lead="A wave starts when what it depends on in the waves before it is healthy; as few waves as the dependencies allow."
    >
      <ol class="waves" start={0}>
        {waves.map((wave) => (
          <li>
            <h3>Wave {wave.index}</h3>
            <Members kind="service" names={wave.services} />
            <Members kind="agent" names={wave.agents} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Members({ kind, names }: { readonly kind: "service" | "agent"; readonly names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <div class="members">
      <p>{`${names.length} ${names.length === 1 ? kind : `${kind}s`}`}</p>
      <ul>
        {names.map((name) => (
          <li>
            <a class={`chip ${kind}`} href={`#${anchor(kind, name)}`}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
