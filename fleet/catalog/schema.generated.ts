// Generated from the JSON Schemas by `npm run generate`. Do not edit.
/**
 * a lower-case name of letters, digits and single hyphens, such as agent-orchestrator
 */
export type Name = string
/**
 * an image with its tag, such as hashicorp/consul:1.21.0 (digests stand in images.lock.yaml)
 */
export type ImageReference = string
/**
 * the name of a runtime in profiles.yaml, such as python or node
 */
export type Runtime = string
/**
 * a port between 1024 and 65535
 */
export type AgentPort = number
/**
 * one of hot, warm, cold
 */
export type Pool = ("hot" | "warm" | "cold")
/**
 * one of critical, high, normal, low
 */
export type Criticality = ("critical" | "high" | "normal" | "low")
/**
 * one of high_performance, standard, specialized
 */
export type Class = ("high_performance" | "standard" | "specialized")
/**
 * a text of 1 to 500 characters
 */
export type Text = string
/**
 * a memory size in binary units, such as 128MiB or 1GiB
 */
export type Memory = string
/**
 * CPU in cores or millicores, such as 0.1 or 100m
 */
export type Cpu = (number | string)

/**
 * a mapping with version, fleet, images, defaults, pools, groups and agents
 */
export interface AgentsFile {
/**
 * 1, the version of this format
 */
version: 1
fleet: Name
/**
 * the images agents may run, by name
 */
images: {
[k: string]: AgentImageEntry
}
defaults: AgentDefaults
pools: PoolEntries
/**
 * what the agents of a group share, by name of the group
 */
groups: {
[k: string]: GroupEntry
}
/**
 * the list of agents
 * 
 * @minItems 1
 */
agents: [AgentEntry, ...(AgentEntry)[]]
}
/**
 * an image with reference, runtime, user and port
 */
export interface AgentImageEntry {
reference: ImageReference
runtime: Runtime
/**
 * a numeric user and group, such as 10001:10001
 */
user: string
port: AgentPort
/**
 * reference-agent or stub: what the command line can make the image of itself
 */
builtin?: ("reference-agent" | "stub")
}
/**
 * what an agent has when it says nothing
 */
export interface AgentDefaults {
pool: Pool
image: Name
/**
 * a list of agents and services that have to be up first
 * 
 * @maxItems 64
 */
dependsOn: Name[]
}
/**
 * the three pools
 */
export interface PoolEntries {
hot: PoolEntry
warm: PoolEntry
cold: PoolEntry
}
/**
 * the size of the pool and the criticality of its agents
 */
export interface PoolEntry {
/**
 * how many agents this pool has
 */
agents: number
criticality: Criticality
}
/**
 * class and owner of the agents of a group
 */
export interface GroupEntry {
class: Class
owner: Text
criticality?: Criticality
}
/**
 * an agent with at least name, role and group
 */
export interface AgentEntry {
name: Name
role: Text
group: Name
port?: AgentPort
pool?: Pool
class?: Class
criticality?: Criticality
owner?: Text
image?: Name
/**
 * names it had before, so that a rename is known as one
 * 
 * @maxItems 8
 */
formerly?: Name[]
/**
 * a list of agents and services that have to be up first
 * 
 * @maxItems 64
 */
dependsOn?: Name[]
memory?: Memory
cpu?: Cpu
}

/**
 * a share between 0 and 1, such as 0.85
 */
export type Share = number
/**
 * a duration with its unit, such as 500ms, 15s, 5m or 1h
 */
export type Duration = string
/**
 * a path that starts with a slash, such as /healthz
 */
export type Path = string
/**
 * a number of requests between 1 and 10000
 */
export type AtOnce = number
/**
 * a number between 1 and 100
 */
export type InARow = number
/**
 * one of page, ticket
 */
export type Severity = ("page" | "ticket")

/**
 * a mapping with the numbers of the fleet
 */
export interface ProfilesFile {
/**
 * 1, the version of this format
 */
version: 1
host: HostProfile
sizing: SizingProfile
container: ContainerProfile
pools: PoolProfiles
health: HealthProfile
/**
 * what each runtime brings, by name
 */
runtimes: {
[k: string]: RuntimeProfile
}
routing: RoutingProfile
agent?: AgentProfile
queue: QueueProfile
kpis: KpiTargets
/**
 * what has to be reached by when
 */
milestones: Milestone[]
alerts: AlertThresholds
alerting: AlertingProfile
}
export interface HostProfile {
memory: Memory
cpu: Cpu
}
export interface SizingProfile {
memory: MemoryProfile
cpu: CpuProfile
cpuShares: CpuSharesProfile
}
export interface MemoryProfile {
start: Memory
reservation: Memory
step: Memory
max: Memory
scaleUpAbove: Share
}
export interface CpuProfile {
base: Cpu
burst: Cpu
}
export interface CpuSharesProfile {
/**
 * a CPU weight between 2 and 262144
 */
critical: number
/**
 * a CPU weight between 2 and 262144
 */
high: number
/**
 * a CPU weight between 2 and 262144
 */
normal: number
/**
 * a CPU weight between 2 and 262144
 */
low: number
}
export interface ContainerProfile {
stopTimeout: Duration
tmpfs: Memory
shm: Memory
/**
 * a log size as Docker writes it, such as 10m
 */
logMaxSize: string
/**
 * a number of log files between 1 and 100
 */
logMaxFiles: number
/**
 * a number of open files between 64 and 1048576
 */
openFiles: number
}
export interface PoolProfiles {
hot: {
startWithin: Duration
}
warm: {
startWithin: Duration
}
cold: {
startWithin: Duration
}
}
export interface HealthProfile {
livenessPath: Path
readinessPath: Path
docker: DockerHealthProfile
consul: ConsulHealthProfile
}
export interface DockerHealthProfile {
startPeriod: Duration
interval: Duration
timeout: Duration
/**
 * a number of tries between 1 and 20
 */
retries: number
startInterval?: Duration
}
export interface ConsulHealthProfile {
interval: Duration
timeout: Duration
}
export interface RuntimeProfile {
/**
 * the commands that images of this runtime have
 * 
 * @minItems 1
 */
commands: [Text, ...(Text)[]]
/**
 * the health check as a command, with {url} in the place of the address
 * 
 * @minItems 1
 */
check: [Text, ...(Text)[]]
}
export interface RoutingProfile {
/**
 * the routing strategies
 * 
 * @minItems 1
 */
strategies: [("weighted_round_robin" | "health_aware" | "capacity_based" | "latency_optimised"), ...(("weighted_round_robin" | "health_aware" | "capacity_based" | "latency_optimised"))[]]
classWeights: ClassWeights
router: RouterProfile
gateway: GatewayProfile
}
export interface ClassWeights {
high_performance: Share
standard: Share
specialized: Share
}
export interface RouterProfile {
perAgent: AtOnce
/**
 * a number of waiting requests
 */
spillAbove: number
/**
 * a number of agents between 1 and 1000
 */
spareSlots: number
answerWithin: Duration
check: RouterCheckProfile
}
export interface RouterCheckProfile {
interval: Duration
recheck: Duration
timeout: Duration
failures: InARow
successes: InARow
}
export interface GatewayProfile {
perModel: AtOnce
answerWithin: Duration
check: GatewayCheckProfile
breaker: BreakerProfile
}
export interface GatewayCheckProfile {
interval: Duration
timeout: Duration
}
export interface BreakerProfile {
failures: InARow
probeEvery: Duration
successes: InARow
}
/**
 * how an agent works; left out, agents go by defaults of their own
 */
export interface AgentProfile {
/**
 * a number of requests between 0 and 10000
 */
waiting: number
modelWithin: Duration
brokerAway: Duration
overflowEvery: Duration
linger: Duration
stopMargin: Duration
heapShare: Share
}
export interface QueueProfile {
/**
 * a number of messages
 */
maxLength: number
timeout: Duration
/**
 * the priorities, the lowest first
 * 
 * @minItems 1
 */
priorities: [Name, ...(Name)[]]
/**
 * available-agent: what does not fit goes to an agent that is free
 */
overflow: "available-agent"
/**
 * a number of retries between 0 and 100
 */
retries: number
/**
 * true or false
 */
deadLetter: boolean
}
export interface KpiTargets {
agentUtilisation: AboveShare
responseTime: {
below: Duration
}
throughput: AbovePerMinute
memoryEfficiency: AboveShare
errors: {
below: Share
}
healthChecksPassing: AboveShare
}
/**
 * above: a share between 0 and 1
 */
export interface AboveShare {
above: Share
}
/**
 * above: requests per minute
 */
export interface AbovePerMinute {
/**
 * requests per minute
 */
above: number
}
export interface Milestone {
within: Duration
agentUtilisation: Share
/**
 * requests per minute
 */
throughputPerMinute: number
memoryEfficiency?: Share
}
export interface AlertThresholds {
memory: ShareAlert
cpu: ShareAlert
responseTime: {
above: Duration
for: Duration
severity: Severity
}
agentFailures: ShareAlert
queueDepth: {
/**
 * a number of messages
 */
above: number
for: Duration
severity: Severity
}
}
/**
 * above, for and severity
 */
export interface ShareAlert {
above: Share
for: Duration
severity: Severity
}
export interface AlertingProfile {
/**
 * the address of the folder with the runbooks, without a slash at its end
 */
runbooks: string
owner: Name
notify: NotifyProfile
scrapeEvery: Duration
evaluateEvery: Duration
rateWindow: Duration
/**
 * a quantile between 0 and 1, such as 0.95
 */
quantile: number
/**
 * requests per minute
 */
minTraffic: number
/**
 * a number of messages
 */
minBacklog: number
kpis: KpiAlerts
burnRates: BurnRates
signals: AlertSignals
}
export interface NotifyProfile {
groupWait: Duration
groupInterval: Duration
repeatEvery: Duration
}
export interface KpiAlerts {
agentUtilisation: Signal
responseTime: Signal
throughput: Signal
memoryEfficiency: Signal
healthChecksPassing: Signal
}
/**
 * for and severity, and keepFiringFor where an alert has to outlast its consequences
 */
export interface Signal {
for: Duration
keepFiringFor?: Duration
severity: Severity
}
export interface BurnRates {
fast: BurnRate
medium: BurnRate
slow: BurnRate
trickle: BurnRate
}
/**
 * factor, long, short, minRequests, for and severity
 */
export interface BurnRate {
/**
 * how many times faster than allowed
 */
factor: number
long: Duration
short: Duration
/**
 * a number of requests
 */
minRequests: number
for: Duration
severity: Severity
}
export interface AlertSignals {
agentDown: Signal
agentsMissing: Signal
agentCritical: Signal
agentUnseen: Signal
agentBreakerOpen: Signal
memoryLeak: ForecastSignal
oomKilled: WindowSignal
cpuThrottled: WindowSignal
restartLoop: WindowSignal
queueFilling: ForecastSignal
queueStuck: WindowSignal
queueOverflowing: ThresholdSignal
queueWithoutConsumers: Signal
deadLettersGrowing: WindowSignal
modelBreakerOpen: Signal
modelUnavailable: Signal
fallbackAnswers: WindowSignal
routerWithoutAgents: Signal
routerErrors: WindowSignal
registryLeaderless: Signal
criticalServiceDown: Signal
serviceDown: Signal
serviceMissing: Signal
metricsAbsent: Signal
rulesFailing: WindowSignal
notificationsFailing: WindowSignal
}
/**
 * above, window, horizon, for and severity
 */
export interface ForecastSignal {
/**
 * a number of at least 0
 */
above: number
window: Duration
horizon: Duration
for: Duration
severity: Severity
}
/**
 * above, window, for and severity
 */
export interface WindowSignal {
/**
 * a number of at least 0
 */
above: number
window: Duration
for: Duration
severity: Severity
}
/**
 * above, for and severity
 */
export interface ThresholdSignal {
/**
 * a number of at least 0
 */
above: number
for: Duration
severity: Severity
}

/**
 * the part of the fleet that it belongs to: registry, queue, models, router or monitoring
 */
export type Part = ("registry" | "queue" | "models" | "router" | "monitoring")
/**
 * a port between 1 and 65535
 */
export type Port = number
/**
 * a reason in words, at least 10 characters
 */
export type Reason = string

/**
 * a mapping with version and services
 */
export interface ServicesFile {
/**
 * 1, the version of this format
 */
version: 1
/**
 * the services around the agents, by name
 */
services: {
[k: string]: ServiceEntry
}
}
/**
 * a service with image, purpose, limits, user, ports and health
 */
export interface ServiceEntry {
image: ImageReference
purpose: Text
part: Part
memory: Memory
cpu: Cpu
criticality: Criticality
owner: Text
/**
 * a numeric user and group, such as 100:1000
 */
user: string
/**
 * the ports it listens on inside the network, by name
 */
ports: {
[k: string]: Port
}
health: ServiceHealth
/**
 * the program that it runs in the place of its image's
 * 
 * @minItems 1
 */
entrypoint?: [Text, ...(Text)[]]
/**
 * the arguments of the container
 */
command?: Text[]
/**
 * environment variables without secrets
 */
environment?: {
[k: string]: Text
}
/**
 * environment variables that agents get which depend on it
 */
provides?: {
[k: string]: Text
}
/**
 * named volumes and where they are mounted
 */
volumes?: {
/**
 * an absolute path
 */
[k: string]: string
}
/**
 * files made from the plan and where they are read, inside one of the volumes
 */
files?: {
/**
 * an absolute path
 */
[k: string]: string
}
/**
 * a list of its volumes that agents and services which depend on it mount too, read-only
 * 
 * @maxItems 8
 */
shares?: Name[]
/**
 * the language models that it holds; agents ask for the first
 * 
 * @minItems 1
 * @maxItems 16
 * 
 * Items: a model as `ollama pull` names it, such as tinyllama:1.1b or llama3.2:1b
 */
models?: [string, ...(string)[]]
/**
 * read-only folders of the host
 */
hostMounts?: HostMount[]
/**
 * a list of groups that it is in besides its own, as numbers
 * 
 * @maxItems 8
 * 
 * Items: the number of a group, not 0
 */
groups?: string[]
/**
 * folders kept in memory that it has to write
 * 
 * Items: an absolute path
 */
writable?: string[]
/**
 * true when what it stores can't be made again
 */
stateful: boolean
/**
 * registry-tokens, for a service that only stacks run whose registry takes tokens
 */
onlyWith?: "registry-tokens"
/**
 * true when it starts after the hot agents
 */
afterAgents?: boolean
/**
 * a list of agents and services that have to be up first
 * 
 * @maxItems 64
 */
dependsOn?: Name[]
metrics?: ServiceMetrics
}
/**
 * the health check command
 */
export interface ServiceHealth {
/**
 * a command that the image has
 * 
 * @minItems 1
 */
command: [Text, ...(Text)[]]
why: Text
/**
 * a duration, such as 15m
 */
startPeriod?: string
}
export interface HostMount {
/**
 * an absolute path
 */
host: string
/**
 * an absolute path
 */
container: string
reason: Reason
}
/**
 * where Prometheus scrapes it; left out when it serves no metrics
 */
export interface ServiceMetrics {
/**
 * what its metrics tell of, for the alerts that need it
 */
role: ("containers" | "registry" | "health" | "prober" | "queue" | "router" | "model-gateway" | "monitoring" | "notification" | "dashboards")
port: Name
/**
 * a path that starts with a slash, such as /metrics
 */
path: string
}

/**
 * a mapping with version and images
 */
export interface ImagesLockFile {
/**
 * 1, the version of this format
 */
version: 1
/**
 * digests by image with tag
 */
images: {
/**
 * a digest: sha256: and 64 hexadecimal digits
 */
[k: string]: string
}
}

/**
 * a list of names, with * for any letters
 * 
 * @minItems 1
 * 
 * Items: a name, with * for any letters
 */
export type Patterns = [string, ...(string)[]]
/**
 * a person or a team
 */
export type Person = string
/**
 * a day, such as 2026-11-30
 */
export type Day = string

/**
 * a mapping with version and exemptions
 */
export interface ExemptionsFile {
/**
 * 1, the version of this format
 */
version: 1
/**
 * the exceptions that were decided
 */
exemptions: ExemptionEntry[]
}
/**
 * an exemption
 */
export interface ExemptionEntry {
/**
 * the id of a rule: fleet explain lists them
 */
rule: string
agents?: Patterns
services?: Patterns
/**
 * the tiers in which it counts
 * 
 * @minItems 1
 * 
 * Items: one of local, dev, staging, prod
 */
tiers: [("local" | "dev" | "staging" | "prod"), ...(("local" | "dev" | "staging" | "prod"))[]]
reason: Reason
owner: Person
approver: Person
/**
 * a ticket, such as FLEET-12 or its address
 */
ticket: string
created: Day
expires: Day
/**
 * the most that is let through, in the unit of the rule: 2GiB, 1.5 or 1500m
 */
cap?: (string | number)
}

/**
 * a mapping with version and stacks
 */
export interface BaselineFile {
/**
 * 1, the version of this format
 */
version: 1
stacks: BaselineStacks
}
/**
 * the known findings of each stack
 */
export interface BaselineStacks {
/**
 * the known findings of a stack
 */
[k: string]: BaselineEntry[]
}
/**
 * a known finding
 */
export interface BaselineEntry {
/**
 * the fingerprint of a finding: 16 hexadecimal digits
 */
fingerprint: string
/**
 * the id of a rule: fleet explain lists them
 */
rule: string
/**
 * whom the finding is about
 */
subject: string
/**
 * the property that was found wrong
 */
property: string
}

/**
 * one of advisory, mandatory
 */
export type Level = ("advisory" | "mandatory")
/**
 * a number of days, such as 30d
 */
export type Days = string
/**
 * a mapping with version and tiers
 */
export interface TiersFile {
/**
 * 1, the version of this format
 */
version: 1
tiers: TierEntries
}
/**
 * the tiers local, dev, staging and prod
 */
export interface TierEntries {
local: TierEntry
dev: TierEntry
staging: TierEntry
prod: TierEntry
}
/**
 * a tier
 */
export interface TierEntry {
/**
 * the names of stacks that may keep this tier
 * 
 * @minItems 1
 * 
 * Items: a stack's name, with * at its end for any ending
 */
stacks: [string, ...(string)[]]
agentImage?: Name
/**
 * the services of this stack, where it does not run all of them
 */
services?: Name[]
budgets: TierBudgets
enforcement: TierEnforcement
/**
 * rules with a level of their own
 */
overrides: TierOverride[]
exemptions?: TierExemptions
/**
 * one of tag, digest
 */
imagePinning: ("tag" | "digest")
maxDriftReportAge?: Duration
/**
 * one of open, tokens: whether the stack's own registry lets everybody in, or only who has a token
 */
registryAccess?: ("open" | "tokens")
/**
 * true or false
 */
protectStateful: boolean
/**
 * how many of a service, where it is not one
 */
replicas: {
/**
 * a number between 1 and 9
 */
[k: string]: number
}
/**
 * less than the catalog gives a service, such as { ollama: { cpu: 2 } }
 */
limits?: {
[k: string]: TierLimits
}
}
/**
 * what a stack may spend
 */
export interface TierBudgets {
agentMemory: Memory
agentCpu: Cpu
hostMemory: Memory
hostCpu: Cpu
}
/**
 * a level for each severity
 */
export interface TierEnforcement {
critical: Level
high: Level
medium: Level
low: Level
}
/**
 * rule, level and reason
 */
export interface TierOverride {
rule: Name
level: Level
reason: Reason
}
/**
 * how long an exemption may count, and how long before its end it is told of; without it none counts at all
 */
export interface TierExemptions {
longest: Days
warn: Days
}
/**
 * cpu, memory or both
 */
export interface TierLimits {
cpu?: Cpu
memory?: Memory
}
