import type { ComponentChildren } from "preact";
import { formatPlace } from "../../../fleet/place";
import type { Place } from "../../../fleet/place";
import { pageAddress, width } from "./format";

/** A chapter of the report: a landmark with its heading, reachable from the navigation. */
export function Section({
  id,
  title,
  lead,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly lead?: ComponentChildren;
  readonly children: ComponentChildren;
}) {
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {lead === undefined ? null : <p class="lead">{lead}</p>}
      {children}
    </section>
  );
}

/** file:line:column, which editors open when it is pasted. */
export function Line({ place }: { readonly place: Place | null }) {
  if (place === null) return null;
  return <code class="line">{formatPlace(place)}</code>;
}

/** Prose in which `backticks` mark what is typed or written in a file. */
export function Prose({ text }: { readonly text: string }) {
  return (
    <span class="text">
      {text.split("`").map((part, index) => (index % 2 === 1 ? <code>{part}</code> : part))}
    </span>
  );
}

export type Tone = "ok" | "bad" | "warn" | "unknown" | "plain";

/** A word with a colour that repeats what the word says. */
export function Badge({ tone, children }: { readonly tone: Tone; readonly children: ComponentChildren }) {
  return <span class={`badge ${tone}`}>{children}</span>;
}

/** A name or value that comes from a short list, such as a pool. */
export function Tag({ children }: { readonly children: ComponentChildren }) {
  return <span class="tag">{children}</span>;
}

/** A link to a page of the project, or its name alone when it is no address. */
export function PageLink({
  page,
  children,
}: {
  readonly page: string;
  readonly children: ComponentChildren;
}) {
  const address = pageAddress(page);
  return address === null ? <span>{children}</span> : <a href={address}>{children}</a>;
}

/** How much of a limit is used. Beyond the limit the bar goes on past its mark. */
export function Meter({
  label,
  text,
  used,
  limit,
}: {
  readonly label: string;
  readonly text: string;
  readonly used: number;
  readonly limit: number;
}) {
  const over = used > limit;
  const scale = over ? used : limit;
  return (
    <div
      class={over ? "meter over" : "meter"}
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={limit}
      aria-valuenow={used}
      aria-valuetext={text}
    >
      <svg aria-hidden="true" width="100%" height="10">
        <rect class="track" width="100%" height="10" rx="5" />
        <rect class="fill" width={width(used, scale)} height="10" rx="5" />
        {over ? <rect class="mark" x={width(limit, scale)} width="2" height="10" /> : null}
      </svg>
    </div>
  );
}

/** One row of a list of facts: what, how much, why, and the line it comes from. */
export function Fact({
  name,
  children,
  why,
  from,
}: {
  readonly name: string;
  readonly children: ComponentChildren;
  readonly why?: string;
  readonly from?: Place;
}) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <span class="value">{children}</span>
        {why === undefined ? null : <span class="why">{why}</span>}
        {from === undefined ? null : <Line place={from} />}
      </dd>
    </div>
  );
}
