import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createTwoFilesPatch } from "diff";
import { InputError } from "../../../fleet/problem";
import type { Problem } from "../../../fleet/problem";
import { readBytes, sourcesIn } from "../../../fleet/source/read";
import type { Adoption } from "./model";

type Files = Adoption["files"];

/** The change as a unified diff that `git apply` and `patch -p1` take; "" when nothing changes. */
export function unifiedDiff(files: Files): string {
  return files
    .map(({ file, before, after }) =>
      createTwoFilesPatch(`a/${file}`, `b/${file}`, before, after, "", "", {
        context: 3,
        headerOptions: { includeIndex: false, includeUnderline: false, includeFileHeaders: true },
      }),
    )
    .join("");
}

/**
 * Writes the patched files, each in one step: whoever reads meanwhile sees the old or the new text.
 *
 * @throws InputError when a file is no longer what the patch was made for; then nothing was written
 */
export function writePatched(root: string, files: Files): void {
  const sources = sourcesIn(root);
  for (const { file, before } of files) {
    const now = sources.read(file);
    if ("code" in now) throw new InputError([now]);
    if (now.text !== before) throw new InputError([changedMeanwhile(file)]);
  }
  for (const { file, after } of files) {
    // A link inside of the project stays a link; one that leads out of it was refused above.
    const target = realpathSync(join(root, file));
    const draft = join(dirname(target), `.${process.pid}.adopt.tmp`);
    try {
      writeFileSync(draft, byteOrderMark(root, file) + after, { mode: statSync(target).mode, flag: "wx" });
      renameSync(draft, target);
    } finally {
      rmSync(draft, { force: true });
    }
  }
}

/** The mark is no part of the text, and a file that has one keeps it. */
function byteOrderMark(root: string, file: string): string {
  const bytes = readBytes(root, file);
  return "code" in bytes || bytes[0] !== 0xef || bytes[1] !== 0xbb ? "" : "\ufeff";
}

function changedMeanwhile(file: string): Problem {
  return {
    code: "file-changed",
    message: `${file} was changed while the patch was made`,
    place: { file, line: 1, column: 1 },
    found: "another text than the one that was planned",
    wanted: "the same text",
    fix: "run the command again",
  };
}
