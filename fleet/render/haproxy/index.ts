export { IN_CONTAINER } from "./common";
export type { Surroundings } from "./common";
export { GATEWAY_CONFIG, gatewayConfig } from "./gateway";
export { PRIORITY_HEADER, ROUTER_CONFIG, routerConfig } from "./router";
export { DOCKER_SOCKET_CONFIG, DOCKER_SOCKET_PLACES, dockerSocketConfig } from "./docker-socket";
