# Eleven rules of policies/rules, written once more for conftest, so that both judge the same.
# The numbers come from the catalog: bench.mjs hands them over as data.
package main

containers contains container if {
	some container in input.resources
	container.type == "docker:index/container:Container"
}

finding(rule, container) := {"msg": sprintf("%s: %s", [container.name, rule]), "rule": rule}

memory_fits(properties) if {
	properties.memory > 0
	properties.memory <= data.limits.memory
}

memory_fits(properties) if {
	properties.memory > 0
	not is_agent(properties)
}

is_agent(properties) if {
	some label in properties.labels
	label.label == "sutazai.agent"
}

deny contains finding("container-memory-limit", container) if {
	some container in containers
	not memory_fits(container.properties)
}

deny contains finding("container-memory-swap", container) if {
	some container in containers
	not container.properties.memorySwap == container.properties.memory
}

cpu_fits(properties) if {
	to_number(properties.cpus) > 0
	to_number(properties.cpus) <= data.limits.cpus
}

cpu_fits(properties) if {
	to_number(properties.cpus) > 0
	not is_agent(properties)
}

deny contains finding("container-cpu-cap", container) if {
	some container in containers
	not cpu_fits(container.properties)
}

weighted(properties) if properties.cpuShares in data.limits.cpuShares

deny contains finding("container-cpu-priority", container) if {
	some container in containers
	not weighted(container.properties)
}

checked(properties) if {
	count(properties.healthcheck.tests) > 1
	properties.healthcheck.tests[0] == "CMD"
}

deny contains finding("container-health-check-present", container) if {
	some container in containers
	not checked(container.properties)
}

pinned(properties) if regex.match(`:[A-Za-z0-9_.-]+(@sha256:[0-9a-f]{64})?$`, properties.image)

deny contains finding("container-image-pinned", container) if {
	some container in containers
	not pinned(container.properties)
}

deny contains finding("container-image-pinned", container) if {
	some container in containers
	endswith(container.properties.image, ":latest")
}

# What only brings files into volumes is never started, and Docker writes none into a read-only root.
brings_files(container) if {
	endswith(container.name, "-files")
	container.properties.start == false
	container.properties.mustRun == false
	container.properties.restart == "no"
}

deny contains finding("container-read-only-root", container) if {
	some container in containers
	not container.properties.readOnly == true
	not brings_files(container)
}

no_capabilities(properties) if {
	properties.capabilities.drops == ["ALL"]
	count(object.get(properties.capabilities, "adds", [])) == 0
}

deny contains finding("container-no-capabilities", container) if {
	some container in containers
	not no_capabilities(container.properties)
}

no_new_privileges(properties) if "no-new-privileges:true" in properties.securityOpts

deny contains finding("container-no-new-privileges", container) if {
	some container in containers
	not no_new_privileges(container.properties)
}

has_user(properties) if not regex.match(`^(root|0+)?(:|$)`, properties.user)

deny contains finding("container-not-root", container) if {
	some container in containers
	not has_user(container.properties)
}

deny contains finding("container-no-host-ports", container) if {
	some container in containers
	count(object.get(container.properties, "ports", [])) > 0
}
