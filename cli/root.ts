export { findRoot } from "../stacks/root";
