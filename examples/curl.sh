#!/usr/bin/env bash
# A web application with curl: login, code, session ID, checking it, refresh, logout.
#
#   ./demo.sh           in another terminal, from the repository's root
#   examples/curl.sh    then open the address it prints, log in as alice / alice, and press Allow
#
set -euo pipefail

usage() {
    cat <<'END'
usage: examples/curl.sh [--help]

Prints an address for your browser, asks for the address that the browser is sent to, and does
the rest with curl. Needs bash and curl. Environment, with what is used if it is not set:

  WORKFRONT_URL            http://localhost:8080/realms/acme
  WORKFRONT_CLIENT_ID      acme-web
  WORKFRONT_CLIENT_SECRET  the demo's
  WORKFRONT_REDIRECT_URL   http://localhost:9999/callback
  WORKFRONT_API_ID         acme-api, the API that checks the session ID
  WORKFRONT_API_SECRET     the demo's
END
}

case ${1:-} in
    '') ;;
    --help | -h) usage && exit ;;
    *) usage >&2 && exit 2 ;;
esac

url=${WORKFRONT_URL:-http://localhost:8080/realms/acme}
id=${WORKFRONT_CLIENT_ID:-acme-web}
secret=${WORKFRONT_CLIENT_SECRET:-acme-web-secret-for-the-demo-only}
redirect_url=${WORKFRONT_REDIRECT_URL:-http://localhost:9999/callback}
api=${WORKFRONT_API_ID:-acme-api}:${WORKFRONT_API_SECRET:-acme-api-secret}

fail() {
    printf 'curl.sh: %s\n' "$1" >&2
    exit 1
}

# The answer is in $answer afterwards. A status other than 2xx ends the script.
ask() {
    local status
    answer=$(curl -sS -w '\n%{http_code}' "$@") || fail "$url does not respond. Is ./demo.sh running?"
    status=${answer##*$'\n'}
    answer=${answer%$'\n'*}
    [[ $status == 2* ]] || fail "$status $answer"
}

# A member of $answer. Session IDs, refresh tokens and addresses need no more than this; other JSON needs a parser.
member() {
    sed -n 's/.*"'"$1"'":"\([^"]*\)".*/\1/p' <<<"$answer"
}

encode() {
    local LC_ALL=C text=$1 i
    for ((i = 0; i < ${#text}; i++)); do
        case ${text:i:1} in
            [A-Za-z0-9._~-]) printf '%s' "${text:i:1}" ;;
            *) printf '%%%02X' "'${text:i:1}" ;;
        esac
    done
}

# A parameter of the address that the browser was sent to.
parameter() {
    local value
    value=$(tr '?&' '\n' <<<"$callback" | sed -n "s/^$1=//p")
    printf '%b' "${value//%/\\x}"
}

command -v curl >/dev/null || fail "curl is needed, but it is not in the PATH"

# 1. Where everything is.
ask "$url/integrations/oauth2/.well-known/oauth-authorization-server"
issuer=$(member issuer)
introspection=$(member introspection_endpoint)

# 2. The user logs in and allows the application.
state=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
printf 'Open this address, log in and press Allow:\n\n  %s\n\n' "$url/integrations/oauth2/authorize?response_type=code&client_id=$(
    encode "$id"
)&redirect_uri=$(encode "$redirect_url")&state=$state"
printf 'The browser then shows an error, because nothing is listening there. Paste the address it was sent to:\n'
read -r callback || fail "no address was pasted"

[[ -z $(parameter error) ]] || fail "the answer is $(parameter error)"
[[ $(parameter state) == "$state" ]] || fail "this is the answer to another request: state differs"
[[ $(parameter iss) == "$issuer" ]] || fail "this is an answer of another server: iss is not $issuer"
printf 'code for the organisation %s, lane %s\n' "$(parameter domain)" "$(parameter lane)"

# 3. The code for a session ID and a refresh token. curl hides what follows -u from the list of processes.
token=$url/integrations/oauth2/api/v1/token
ask "$token" -u "$id:$secret" -d grant_type=authorization_code --data-urlencode "redirect_uri=$redirect_url" \
    -d "code=$(parameter code)"
session_id=$(member access_token)
refresh_token=$(member refresh_token)
printf 'session ID of the user %s\n' "$(member wid)"

# 4. What an API does with it. It sends the session ID in the body, not in an address that is logged.
ask "$introspection" -u "$api" -d @- <<<"token=$session_id"
[[ $answer == *'"active":true'* ]] || fail "the session ID is not valid: $answer"
printf 'the session ID belongs to %s\n' "$(member username)"

# 5. A new session ID.
ask "$token" -u "$id:$secret" -d grant_type=refresh_token -d @- <<<"refresh_token=$refresh_token"
session_id=$(member access_token)
printf 'refreshed\n'

# 6. The end: the session ID and the refresh token stop working immediately.
ask "$url/attask/api/v15.0/logout" -H @- <<<"sessionID: $session_id"
ask "$introspection" -u "$api" -d @- <<<"token=$session_id"
[[ $answer == *'"active":false'* ]] || fail "the session ID is still valid"
printf 'logged out\n'
