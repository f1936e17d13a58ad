import { UNKNOWN } from "../../fleet/resource";
import type { PropertyValue, ResourceView } from "../../fleet/resource";
import { containerNoAnonymousAccess } from "../../policies/rules/container-no-anonymous-access";
import { describeRule } from "./cases";
import { fileLoader, goodContainer } from "./good";
import type { Changes } from "./good";

const DIGEST = `@sha256:${"c".repeat(64)}`;
const IMAGE: Readonly<Record<string, string>> = {
  prometheus: `prom/prometheus:v3.5.0${DIGEST}`,
  alertmanager: `prom/alertmanager:v0.28.1${DIGEST}`,
  grafana: `grafana/grafana:12.0.0${DIGEST}`,
};
const service = (name: string, changes: Changes): readonly ResourceView[] => [
  { ...goodContainer({ image: IMAGE[name] ?? "", ...changes }), name },
];
const prometheus = (...command: PropertyValue[]) => service("prometheus", { command });
const WEB = "--web.config.file=/etc/prometheus/fleet/web.yml";

const GRAFANA = {
  GF_SECURITY_ADMIN_USER: "operator",
  GF_SECURITY_ADMIN_PASSWORD__FILE: "/run/fleet/grafana/admin-password",
  GF_AUTH_ANONYMOUS_ENABLED: "false",
  GF_USERS_ALLOW_SIGN_UP: "false",
  GF_METRICS_BASIC_AUTH_USERNAME: "fleet",
  GF_METRICS_BASIC_AUTH_PASSWORD__FILE: "/run/fleet/grafana/metrics-password",
};
const grafana = (changes: Readonly<Record<string, string | undefined>> = {}, more: Changes = {}) => {
  const variables = Object.entries({ ...GRAFANA, ...changes }).filter(([, value]) => value !== undefined);
  return service("grafana", { envs: variables.map(([name, value]) => `${name}=${value}`), ...more });
};

describeRule(containerNoAnonymousAccess, [
  { title: "an agent", resources: [goodContainer()], expect: "pass" },
  {
    title: "an image that is not known yet",
    resources: service("prometheus", { image: UNKNOWN }),
    expect: "notEvaluated",
    property: "image",
  },
  {
    title: "Prometheus with its web configuration",
    resources: prometheus("--config.file=x", WEB),
    expect: "pass",
  },
  {
    title: "Prometheus with it in two words",
    resources: prometheus("--web.config.file", "/etc/prometheus/fleet/web.yml"),
    expect: "pass",
  },
  {
    title: "Prometheus without",
    resources: prometheus("--config.file=/etc/prometheus/fleet/prometheus.yml"),
    expect: "fail",
    found: null,
    property: "command",
  },
  {
    title: "Prometheus without any argument",
    resources: service("prometheus", { command: undefined }),
    expect: "fail",
  },
  {
    title: "Prometheus with an empty one",
    resources: prometheus("--web.config.file="),
    expect: "fail",
    found: "",
  },
  {
    title: "Prometheus with a file that nobody makes of secrets",
    resources: prometheus("--web.config.file=/etc/prometheus/fleet/rules.yml"),
    expect: "fail",
    found: "/etc/prometheus/fleet/rules.yml",
  },
  {
    title: "Prometheus with the right one, and then another",
    resources: prometheus(WEB, "--web.config.file=/tmp/open.yml"),
    expect: "fail",
    found: "/tmp/open.yml",
  },
  {
    title: "Prometheus with arguments that are not known yet",
    resources: prometheus(WEB, UNKNOWN),
    expect: "notEvaluated",
    property: "command",
  },
  {
    title: "Prometheus from another registry, under another name of a service",
    resources: [
      { ...goodContainer({ image: "registry.example:5000/mirror/prometheus:v3" }), name: "metrics" },
    ],
    expect: "fail",
    property: "command",
  },
  { title: "Prometheus in local", tier: "local", resources: prometheus(), expect: "fail" },
  {
    title: "what brings Prometheus its files, and never runs",
    resources: [fileLoader({ image: IMAGE["prometheus"] ?? "" })],
    expect: "pass",
  },
  {
    title: "Alertmanager with its web configuration",
    resources: service("alertmanager", { command: ["--web.config.file=/etc/alertmanager/fleet/web.yml"] }),
    expect: "pass",
  },
  {
    title: "Alertmanager with that of Prometheus",
    resources: service("alertmanager", { command: [WEB] }),
    expect: "fail",
    found: "/etc/prometheus/fleet/web.yml",
  },
  { title: "Alertmanager without", resources: service("alertmanager", { command: [] }), expect: "fail" },
  { title: "Grafana with its passwords in files", resources: grafana(), expect: "pass" },
  {
    title: "Grafana that does not say what is off anyway",
    resources: grafana({ GF_AUTH_ANONYMOUS_ENABLED: undefined, GF_USERS_ALLOW_SIGN_UP: undefined }),
    expect: "pass",
  },
  {
    title: "Grafana open to everybody",
    resources: grafana({ GF_AUTH_ANONYMOUS_ENABLED: "true" }),
    expect: "fail",
    found: "true",
    property: "envs.GF_AUTH_ANONYMOUS_ENABLED",
  },
  {
    title: "Grafana open in other words",
    resources: grafana({ GF_AUTH_ANONYMOUS_ENABLED: "1" }),
    expect: "fail",
    found: "1",
  },
  { title: "Grafana with sign-up", resources: grafana({ GF_USERS_ALLOW_SIGN_UP: "true" }), expect: "fail" },
  {
    title: "Grafana that believes a header",
    resources: grafana({ GF_AUTH_PROXY_ENABLED: "true" }),
    expect: "fail",
  },
  {
    title: "Grafana with its default login",
    resources: grafana({ GF_SECURITY_ADMIN_PASSWORD__FILE: undefined }),
    expect: "fail",
    found: null,
    property: "envs.GF_SECURITY_ADMIN_PASSWORD__FILE",
  },
  {
    title: "Grafana with the password of somebody else",
    resources: grafana({ GF_SECURITY_ADMIN_PASSWORD__FILE: "/run/fleet/grafana/metrics-password" }),
    expect: "fail",
    found: "/run/fleet/grafana/metrics-password",
  },
  {
    title: "Grafana whose metrics everybody reads",
    resources: grafana({ GF_METRICS_BASIC_AUTH_USERNAME: undefined }),
    expect: "fail",
    property: "envs.GF_METRICS_BASIC_AUTH_USERNAME",
  },
  {
    title: "Grafana without metrics",
    resources: grafana({
      GF_METRICS_ENABLED: "false",
      GF_METRICS_BASIC_AUTH_USERNAME: undefined,
      GF_METRICS_BASIC_AUTH_PASSWORD__FILE: undefined,
    }),
    expect: "pass",
  },
  {
    title: "Grafana that is opened on its command line",
    resources: grafana({}, { command: ["cfg:default.auth.anonymous.enabled=true"] }),
    expect: "fail",
    found: "cfg:default.auth.anonymous.enabled",
    property: "command",
  },
  {
    title: "Grafana with variables that are not known yet",
    resources: grafana({}, { envs: UNKNOWN }),
    expect: "notEvaluated",
    property: "envs",
  },
]);
