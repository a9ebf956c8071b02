#!/usr/bin/env bash
# Makes a web application with standard OAuth2 responses in the demo, for libraries that insist on them.
#
#   ./demo.sh                                    in another terminal, from the repository's root
#   eval "$(examples/standard-application.sh)"   sets WORKFRONT_CLIENT_ID and WORKFRONT_CLIENT_SECRET
#
set -euo pipefail

readonly name='Example with standard responses'

usage() {
    cat <<'END'
usage: eval "$(examples/standard-application.sh)"

As the administrator avery, makes a web application with the switch "Standard OAuth2 responses",
and prints two lines for your shell: its client ID and its secret. One that an earlier run has
made is deleted first. Needs bash and curl. Environment, with what is used if it is not set:

  WORKFRONT_URL            http://localhost:8080/realms/acme; has to end in /realms/NAME
  WORKFRONT_REDIRECT_URL   http://localhost:9999/callback
  WORKFRONT_ADMIN, WORKFRONT_ADMIN_PASSWORD    avery, avery
END
}

case ${1:-} in
    '') ;;
    --help | -h) usage && exit ;;
    *) usage >&2 && exit 2 ;;
esac

url=${WORKFRONT_URL:-http://localhost:8080/realms/acme}
redirect_url=${WORKFRONT_REDIRECT_URL:-http://localhost:9999/callback}
answer=

fail() {
    printf 'standard-application.sh: %s\n' "$1" >&2
    exit 1
}

# The answer is in $answer afterwards. A status other than 2xx ends the script.
ask() {
    local status
    answer=$(curl -sS -w '\n%{http_code}' "$@") || fail "$url does not answer. Is ./demo.sh running?"
    status=${answer##*$'\n'}
    answer=${answer%$'\n'*}
    [[ $status == 2* ]] || fail "$status $answer"
}

# A member of $answer.
member() {
    sed -n 's/.*"'"$1"'":"\([^"]*\)".*/\1/p' <<<"$answer"
}

command -v curl >/dev/null || fail "curl is needed, but it is not in the PATH"
applications=${url/\/realms\//\/admin\/realms\/}/oauth2-applications
[[ $applications == */admin/realms/* ]] || fail "WORKFRONT_URL has to end in /realms/NAME: $url"

ask "$url/protocol/openid-connect/token" -d grant_type=password -d client_id=admin-cli \
    --data-urlencode "username=${WORKFRONT_ADMIN:-avery}" --data-urlencode password@- \
    < <(printf %s "${WORKFRONT_ADMIN_PASSWORD:-avery}")
token=$(member access_token)
as_administrator() {
    ask -H @<(printf 'Authorization: Bearer %s' "$token") "$@"
}

# An organisation can have ten applications: the one of an earlier run goes. One application a line, to find it by its name.
as_administrator "$applications"
while IFS= read -r earlier; do
    as_administrator -X DELETE "$applications/$earlier"
done < <(printf '%s\n' "${answer//\{\"clientId\"/$'\n'{\"clientId\"}" \
    | sed -n "/\"name\":\"$name\"/s/^{\"clientId\":\"\([^\"]*\)\".*/\1/p")

as_administrator "$applications" -H 'Content-Type: application/json' -d "{
    \"type\": \"web\",
    \"name\": \"$name\",
    \"redirectUrls\": [\"$redirect_url\"],
    \"standardResponses\": true
}"
printf 'export WORKFRONT_CLIENT_ID=%s\nexport WORKFRONT_CLIENT_SECRET=%s\n' "$(member clientId)" "$(member clientSecret)"
