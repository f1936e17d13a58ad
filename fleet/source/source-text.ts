/** The text of a file, and the name under which problems speak of it. */
export interface SourceText {
  readonly file: string;
  readonly text: string;
}
