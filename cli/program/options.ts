import { resolve } from "node:path";
import { Option } from "commander";
import type { Command } from "commander";
import { findRoot } from "../root";

/** What most commands are told. */
export interface Common {
  readonly stack?: string;
  readonly dir?: string;
  readonly format?: string;
}

/** Of those that answer people and programs. */
export interface TextFlags extends Common {
  readonly format: "text" | "json";
}

export const REPORT_URL = "where the whole report is, for a comment that had to be cut";
export const DIR = "folder of the fleet (default: the nearest one upwards with a catalog)";

/** The folder of the fleet. */
export function rootOf(dir: string | undefined): string {
  return dir === undefined ? findRoot(process.cwd()) : resolve(dir);
}

/** Adds the options of {@link Common}. */
export function common(command: Command): Command {
  return command
    .option("-s, --stack <name>", "the stack, such as dev, staging or prod")
    .option("--dir <folder>", DIR);
}

export function textOrJson(): Option {
  return new Option("--format <format>", "output").choices(["text", "json"]).default("text");
}
