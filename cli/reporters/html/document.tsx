import type { ComponentChildren } from "preact";
import { ICON, contentPolicy } from "./policy";
import { STYLES } from "./styles";

/** A document that needs nothing else and may load nothing. The styles are a constant of this folder, never data. */
export function Document({
  title,
  script,
  children,
}: {
  readonly title: string;
  /** A constant of this folder. @default none */
  readonly script?: string;
  readonly children: ComponentChildren;
}) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={contentPolicy()} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>{title}</title>
        <link rel="icon" href={ICON} />
        <style dangerouslySetInnerHTML={{ __html: STYLES }} />
      </head>
      <body>
        <a class="skip" href="#findings">
          Skip to the findings
        </a>
        {children}
        {script === undefined ? null : <script dangerouslySetInnerHTML={{ __html: script }} />}
      </body>
    </html>
  );
}
