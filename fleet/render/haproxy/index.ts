export { IN_CONTAINER } from "./common";
export type { Surroundings } from "./common";
export { gatewayConfig } from "./gateway";
export { GATEWAY_CONFIG, ROUTER_CONFIG } from "./kinds";
export { PRIORITY_HEADER, routerConfig } from "./router";
export { DOCKER_SOCKET_CONFIG, DOCKER_SOCKET_PLACES, dockerSocketConfig } from "./docker-socket";
