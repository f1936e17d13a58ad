import type { PolicyResource, ResourceValidationArgs } from "@pulumi/policy";
import type { ResourceView } from "../../fleet/resource";
import { viewOfArgs, viewOfResource } from "./resource-view";

/**
 * Resources as rules see them, each made once for all rules that look at it: the SDK hands every rule a copy of its
 * own, and reading one costs more than judging it.
 */
export class Views {
  private readonly single = new Map<string, ResourceView>();
  private together: readonly ResourceView[] | null = null;

  /** @param urn of what has arrived anew; null for all resources together */
  forget(urn: string | null): void {
    if (urn === null) this.together = null;
    else this.single.delete(urn);
  }

  of(args: ResourceValidationArgs): ResourceView {
    const known = this.single.get(args.urn);
    if (known !== undefined) return known;
    const view = viewOfArgs(args);
    this.single.set(args.urn, view);
    return view;
  }

  ofAll(resources: readonly PolicyResource[]): readonly ResourceView[] {
    this.together ??= resources.map(viewOfResource);
    return this.together;
  }
}

/** For who is not told what arrives: everything is read anew. */
export const UNREMEMBERED: Pick<Views, "of" | "ofAll"> = {
  of: viewOfArgs,
  ofAll: (resources) => resources.map(viewOfResource),
};
