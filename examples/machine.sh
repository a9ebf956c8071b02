#!/usr/bin/env bash
# A machine to machine application with openssl and curl: signs a JWT, exchanges it for a session ID, logs out.
#
#   ./demo.sh              in another terminal, from the repository's root
#   examples/machine.sh    the first run makes a key pair, and adds the public key as avery
#
set -euo pipefail

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P)

usage() {
    cat <<'END'
usage: examples/machine.sh [--help]

Exchanges a signed JWT for a session ID, checks it as an API would, and ends it. Needs bash, curl
and openssl. Environment, with what is used if it is not set:

  WORKFRONT_URL            http://localhost:8080/realms/acme
  WORKFRONT_CLIENT_ID      acme-m2m
  WORKFRONT_CLIENT_SECRET  the demo's
  WORKFRONT_CUSTOMER_ID    the demo's
  WORKFRONT_KEY            examples/acme-m2m.pem: the private key, and in the line "wid: " before
                           it the user it belongs to. If there is no such file, it is made, and
                           its public key is added to the application by the administrator:
  WORKFRONT_ADMIN, WORKFRONT_ADMIN_PASSWORD    avery, avery
  WORKFRONT_API_ID, WORKFRONT_API_SECRET       acme-api and the demo's: who checks the session ID
END
}

case ${1:-} in
    '') ;;
    --help | -h) usage && exit ;;
    *) usage >&2 && exit 2 ;;
esac

url=${WORKFRONT_URL:-http://localhost:8080/realms/acme}
id=${WORKFRONT_CLIENT_ID:-acme-m2m}
secret=${WORKFRONT_CLIENT_SECRET:-acme-m2m-secret-for-the-demo-only}
customer=${WORKFRONT_CUSTOMER_ID:-ac3e0000000000000000000000000001}
key=${WORKFRONT_KEY:-$here/acme-m2m.pem}
api=${WORKFRONT_API_ID:-acme-api}:${WORKFRONT_API_SECRET:-acme-api-secret}
answer=

fail() {
    printf 'machine.sh: %s\n' "$1" >&2
    exit 1
}

# The answer is in $answer afterwards. A status other than 2xx ends the script.
ask() {
    local status
    answer=$(curl -sS -w '\n%{http_code}' "$@") || fail "$url does not answer. Is ./demo.sh running?"
    status=${answer##*$'\n'}
    answer=${answer%$'\n'*}
    [[ $status == 2* ]] || fail "$status $answer${hint:-}"
}

# A member of $answer.
member() {
    sed -n 's/.*"'"$1"'":"\([^"]*\)".*/\1/p' <<<"$answer"
}

base64url() {
    openssl base64 -A | tr '+/' '-_' | tr -d '='
}

# An administrator does this once, with these two requests or on the application's page in the console.
add_key() {
    local private pem admin=${url/\/realms\//\/admin\/realms\/}
    [[ $admin != "$url" ]] || fail "there is no key at $key, and it can be made only with a URL that ends in /realms/NAME"
    ask "$url/protocol/openid-connect/token" -d grant_type=password -d client_id=admin-cli \
        --data-urlencode "username=${WORKFRONT_ADMIN:-avery}" --data-urlencode password@- \
        < <(printf %s "${WORKFRONT_ADMIN_PASSWORD:-avery}")
    private=$(openssl genpkey -quiet -algorithm RSA -pkeyopt rsa_keygen_bits:2048 2>/dev/null \
        || openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 2>/dev/null) \
        || fail "openssl cannot make a key"
    pem=$(openssl pkey -pubout <<<"$private" | awk '{ printf "%s\\n", $0 }')
    # The token goes by a file descriptor: what is on a command line, everybody on the machine can read.
    ask "$admin/oauth2-applications/$id/public-keys" -H @<(printf 'Authorization: Bearer %s' "$(member access_token)") \
        -H 'Content-Type: application/json' -d "{\"pem\": \"$pem\"}"
    (umask 077 && printf 'wid: %s\n%s\n' "$(member subject)" "$private" >"$key")
    printf 'made %s, whose public key %s has now\n' "$key" "$id"
}

for program in curl openssl; do
    command -v "$program" >/dev/null || fail "$program is needed, but it is not in the PATH"
done
[[ -e $key ]] || add_key
wid=$(sed -n 's/^wid: //p' "$key")
[[ -n $wid ]] || fail "$key has no line \"wid: …\" that says which user the key belongs to"

# 1. Sign: who the organisation is, who the user is, three minutes from now. A jti makes the JWT good for one exchange.
now=$(date +%s)
claims="{\"iss\":\"$customer\",\"sub\":\"$wid\",\"iat\":$now,\"exp\":$((now + 180)),\"jti\":\"$(openssl rand -hex 16)\"}"
signed=$(printf '{"alg":"RS256"}' | base64url).$(printf '%s' "$claims" | base64url)
jwt=$signed.$(printf '%s' "$signed" | openssl dgst -sha256 -sign "$key" -binary | base64url)

# 2. Exchange. There is no refresh token: the next session ID takes the next JWT.
hint="
If the demo was started with new data, it does not know the key. Delete $key and run this again."
ask "$url/integrations/oauth2/api/v1/jwt/exchange" -d @- <<<"client_id=$id&client_secret=$secret&jwt_token=$jwt"
hint=
session_id=$(member access_token)
printf 'session ID of the user %s\n' "$(member wid)"

# 3. What an API does with it.
introspection=$url/protocol/openid-connect/token/introspect
ask "$introspection" -u "$api" -d @- <<<"token=$session_id"
[[ $answer == *'"active":true'* ]] || fail "the session ID is not valid: $answer"
printf 'the session ID belongs to %s\n' "$(member username)"

# 4. The end. A program that runs often need not do this: session IDs of machines expire by themselves.
ask "$url/attask/api/v15.0/logout" -H @- <<<"sessionID: $session_id"
printf 'logged out\n'
