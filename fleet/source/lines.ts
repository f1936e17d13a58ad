import type { Place } from "../place";

/** Turns offsets into lines and columns. The table of lines is made when the first offset is asked for. */
export class Lines {
  private starts: number[] | null = null;

  constructor(
    private readonly file: string,
    private readonly text: string,
  ) {}

  /** @param offset in UTF-16 units from the start of the text */
  place(offset: number): Place {
    this.starts ??= lineStarts(this.text);
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { file: this.file, line: low + 1, column: offset - (this.starts[low] ?? 0) + 1 };
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}
