export const SHELLS = ["bash", "zsh", "fish"] as const;
export type Shell = (typeof SHELLS)[number];

/**
 * The scripts ask `fleet __complete`, so that stacks and rules are always those of the fleet one stands in, and
 * only the asking differs between shells. Where there is nothing to offer, the shell offers files.
 */
export const COMPLETION_SCRIPTS: Readonly<Record<Shell, string>> = {
  bash: `# bash completion of fleet. Load it with: source <(fleet completion bash)
_fleet() {
  local IFS=$'\\n'
  COMPREPLY=($("\${COMP_WORDS[0]}" __complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
}
complete -o default -F _fleet fleet
`,
  zsh: `#compdef fleet
# zsh completion of fleet. Load it with: source <(fleet completion zsh)
_fleet() {
  local -a candidates
  candidates=(\${(f)"$("\${words[1]}" __complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)"})
  if (( \${#candidates} )); then
    compadd -- "\${candidates[@]}"
  else
    _files
  fi
}
compdef _fleet fleet
`,
  fish: `# fish completion of fleet. Load it with: fleet completion fish | source
function __fleet_complete
    set -l words (commandline -opc) (commandline -ct)
    $words[1] __complete -- $words[2..-1] 2>/dev/null
end
complete -c fleet -f -a '(__fleet_complete)'
`,
};
