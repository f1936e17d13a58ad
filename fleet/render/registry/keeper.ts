/**
 * The program that keeps policies and tokens in Consul as they are declared: it makes what is missing, changes what
 * differs, and takes out tokens of this stack that nobody declares any more. What others keep there it leaves alone,
 * but for the anonymous token, which gets back to nothing.
 *
 * For the shell, curl and jq of Consul's own image. Pulumi's provider can't do it: it lets Consul choose the secret of
 * a token, and Consul's own tokens have to be known before it starts. Secrets travel through pipes and files, never
 * through arguments, which everybody on the machine can read.
 *
 * Arguments: the folder with `header`, `policies.json` and `tokens.json`; the address of Consul; how many seconds
 * between two looks, 0 for one look only; the file that is there while all is as declared.
 */
export const KEEPER_SCRIPT = String.raw`#!/bin/sh
set -u
umask 077
folder=$1 url=$2 every=$3 kept=$4

ask() {
  curl --silent --show-error --fail --max-time 10 --header "@$folder/header" "$@"
}

# Sends lines of method, path and body, parted by tabs.
send() {
  tab=$(printf '\t')
  while IFS=$tab read -r method path body; do
    [ -n "$method" ] || continue
    printf '%s' "$body" | ask --output /dev/null --request "$method" --data-binary @- "$url$path" || return 1
    echo "$method $path"
  done
}

policies() {
  list=$(ask "$url/v1/acl/policies") || return 1
  have=
  for name in $(jq -r '.[].Name' "$folder/policies.json"); do
    id=$(printf '%s' "$list" | jq -r --arg name "$name" '.[] | select(.Name == $name) | .ID') || return 1
    [ -n "$id" ] || continue
    one=$(ask "$url/v1/acl/policy/$id") || return 1
    have="$have$one"
  done
  lines=$(printf '%s' "$have" | jq -r -s --slurpfile wanted "$folder/policies.json" '
    . as $have | $wanted[0][] | . as $want
    | ([$have[] | select(.Name == $want.Name)][0]) as $is
    | if $is == null then ["PUT", "/v1/acl/policy", ($want | tojson)]
      elif $is.Rules == $want.Rules and $is.Description == $want.Description and ($is.Datacenters // []) == []
      then empty
      else ["PUT", "/v1/acl/policy/" + $is.ID, ($want | tojson)] end
    | join("\t")') || return 1
  printf '%s\n' "$lines" | send
}

tokens() {
  have=$(ask "$url/v1/acl/tokens") || return 1
  lines=$(printf '%s' "$have" | jq -r --slurpfile wanted "$folder/tokens.json" '
    def names: [(.Policies // [])[].Name] | sort;
    def more: [.Roles, .ServiceIdentities, .NodeIdentities, .TemplatedPolicies] | map(. // []) | add;
    $wanted[0] as $w | . as $have
    | ($w.tokens[] | . as $want
        | ([$have[] | select(.AccessorID == $want.AccessorID)][0]) as $is
        | if $is == null then ["PUT", "/v1/acl/token", ($want | tojson)]
          elif ($is | names) == ($want | names) and ($is | more) == [] and $is.Description == $want.Description
          then empty
          else ["PUT", "/v1/acl/token/" + $want.AccessorID, ($want | tojson)] end),
      ($have[] | .AccessorID as $id
        | select(((.Description | startswith($w.mark)) and all($w.tokens[]; .AccessorID != $id))
            or (.Description == "Initial Management Token" and .SecretID != $w.management))
        | ["DELETE", "/v1/acl/token/" + $id, ""])
    | join("\t")') || return 1
  printf '%s\n' "$lines" | send
}

trap 'exit 0' TERM INT
while :; do
  if policies && tokens; then : > "$kept"; done=0; else rm -f "$kept"; done=1; fi
  [ "$every" = 0 ] && exit "$done"
  sleep "$every" &
  wait $!
done
`;
