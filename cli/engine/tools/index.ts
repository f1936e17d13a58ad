/** What the scripts of this project use of the tools: bundled to `dist/tools.cjs`. */
export { cacheFolder, madeOnce } from "./cache";
export { ACTIONLINT, CONSUL, PULUMI } from "./known";
export { ALERTMANAGER, CADVISOR, DOCKER_ENGINE, OLLAMA, PROMETHEUS } from "./known-services";
export { obtainTool } from "./obtain";
export { onPath } from "./on-path";
export { agentBundle, agentFiles, importAgentImage } from "../agent-image";
