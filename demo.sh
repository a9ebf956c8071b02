#!/usr/bin/env bash
#
# Starts a stock Keycloak with this extension and the realm acme, on 127.0.0.1 only.
# Needs a JDK 17 or later and Maven 3.8 or later, and nothing else: no curl, no unzip.
#
# Some functions run from traps or in the background only, which shellcheck cannot see.
# shellcheck disable=SC2317

set -u

readonly minimum_java=17 minimum_maven=3.8 patience=300

case ${BASH_SOURCE[0]} in
    */*) root=$(cd -- "${BASH_SOURCE[0]%/*}" && pwd -P) ;;
    *) root=$(pwd -P) ;;
esac
readonly root
readonly provider_jar=$root/provider/target/keycloak-workfront-oauth2.jar
readonly realm_file=$root/realm-export/acme-realm.json
readonly walkthrough=$root/walkthrough/target

port=8080
data=$root/target/demo
version=
fresh=false
check=false
server_arguments=()

fail() {
    printf 'demo.sh: %s\n' "$1" >&2
    exit 1
}

# The version that the tests run against is written once, in pom.xml.
default_version() {
    local line
    while IFS= read -r line; do
        if [[ $line =~ \<keycloak\.server\.version\>([^<]+)\< ]]; then
            printf '%s' "${BASH_REMATCH[1]}"
            return
        fi
    done <"$root/pom.xml"
}

usage() {
    cat <<END
usage: ./demo.sh [options] [-- arguments of kc.sh]

Starts Keycloak with this extension and the realm acme, prints URLs, users and a first
command, and stays in the foreground until Ctrl-C. Data are kept for the next run.

  --check             go through every type of application and a device without a
                      browser, from login to logout, print each step, and stop the
                      server; exits with 0 only if every step passed
  --port N            HTTP port (default 8080); the management port is N + 1000
  --keycloak VERSION  version of Keycloak (default $(default_version))
  --fresh             delete the data of earlier runs
  --data DIR          folder for server, data and logs (default target/demo)
  --help              this text

Everything after -- goes to kc.sh start-dev, such as: ./demo.sh -- --log-level=debug
END
}

read_options() {
    while [ $# -gt 0 ]; do
        case $1 in
            --help | -h)
                usage
                exit 0
                ;;
            --check) check=true ;;
            --fresh) fresh=true ;;
            --port | --keycloak | --data)
                if [ $# -lt 2 ] || [ -z "$2" ]; then
                    fail "$1 needs a value, see ./demo.sh --help"
                fi
                set_option "$1" "$2"
                shift
                ;;
            --port=?* | --keycloak=?* | --data=?*) set_option "${1%%=*}" "${1#*=}" ;;
            --)
                shift
                server_arguments=("$@")
                return
                ;;
            *) fail "unknown option $1, see ./demo.sh --help" ;;
        esac
        shift
    done
}

set_option() {
    case $1 in
        --port) port=$2 ;;
        --keycloak) version=$2 ;;
        --data) data=$2 ;;
    esac
}

check_options() {
    # The management port is 1000 above, and 65535 is the last one.
    if ! [[ $port =~ ^[1-9][0-9]{0,4}$ ]] || [ "$port" -gt 64535 ]; then
        fail "--port needs a number from 1 to 64535, not '$port'"
    fi
    management=$((port + 1000))
    path=$(relative_path)
    version=${version:-$(default_version)}
    if ! [[ $version =~ ^[0-9A-Za-z][0-9A-Za-z.-]*$ ]]; then
        fail "--keycloak needs a version such as $(default_version), not '$version'"
    fi
}

check_java() {
    local java=${JAVA_HOME:+$JAVA_HOME/bin/}java settings
    local wanted="a JDK $minimum_java or later is needed"
    settings=$("$java" -XshowSettings:properties -version 2>&1) \
        || fail "$wanted, but ${JAVA_HOME:+JAVA_HOME=}${JAVA_HOME:-the PATH} has none"
    if ! [[ $settings =~ java\.specification\.version\ =\ ([0-9]+) ]] || [ "${BASH_REMATCH[1]}" -lt "$minimum_java" ]; then
        fail "$wanted, but this one is older: ${JAVA_HOME:-$(command -v java)}"
    fi
    if ! [[ $settings =~ java\.home\ =\ ([^$'\n'$'\r']+) ]] || ! [ -x "${BASH_REMATCH[1]}/bin/javac" ]; then
        fail "$wanted, but this is a runtime without a compiler: ${JAVA_HOME:-$(command -v java)}"
    fi
    # Maven and the server shall run on the very JDK that was looked at.
    export JAVA_HOME=${BASH_REMATCH[1]}
}

check_maven() {
    local wanted="Maven $minimum_maven or later is needed" said
    command -v mvn >/dev/null || fail "$wanted, but there is no mvn in the PATH"
    said=$(mvn --version 2>&1) || fail "$wanted, but mvn --version fails"
    if ! [[ $said =~ Apache\ Maven\ ([0-9]+)\.([0-9]+) ]] \
        || [ $((BASH_REMATCH[1] * 1000 + BASH_REMATCH[2])) -lt $((${minimum_maven%.*} * 1000 + ${minimum_maven#*.})) ]; then
        fail "$wanted, but this one is older: $(command -v mvn)"
    fi
}

listens() {
    (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

check_ports() {
    if listens "$port"; then
        fail "port $port is in use; choose another one with --port"
    fi
    if listens "$management"; then
        fail "the management port $management (--port + 1000) is in use; choose another one with --port"
    fi
}

prepare_data() {
    if ! mkdir -p -- "$data" 2>/dev/null || ! [ -w "$data" ]; then
        fail "the data directory $data cannot be written to"
    fi
    data=$(cd -- "$data" && pwd -P)
    home=$data/keycloak-$version
    log=$data/keycloak.log
    local other_demo other_port
    # Two servers on one database would only fail later, and with a stack trace.
    if read -r other_demo other_port 2>/dev/null <"$data/running" \
        && kill -0 "$other_demo" 2>/dev/null && listens "$other_port"; then
        fail "the data in $data are used by the demo on port $other_port; choose others with --data"
    fi
    printf '%s %s\n' "$$" "$port" >"$data/running"
    if $fresh; then
        rm -rf -- "$home/data"
    fi
}

# Runs in the background and waits, so that a signal is answered at once; in a process group of its own, so that
# nothing that was started stays behind. Job control must be off while waiting, or Ctrl-C would not reach this script.
attend() {
    local doing=$1 output=$2 began=$SECONDS told=$SECONDS
    shift 2
    begin "$output" "$@"
    while kill -0 "$child" 2>/dev/null; do
        if [ $((SECONDS - told)) -ge 15 ]; then
            told=$SECONDS
            printf '  still %s, %d seconds\n' "$doing" $((SECONDS - began))
        fi
        sleep 0.2
    done
    wait "$child"
}

begin() {
    local output=$1
    shift
    set -m
    "$@" </dev/null >"$output" 2>&1 &
    child=$!
    set +m
}

stop_all() {
    local group countdown=150
    for group in $(jobs -p); do
        kill -TERM -- "-$group" 2>/dev/null
        while kill -0 -- "-$group" 2>/dev/null && [ $((countdown -= 1)) -gt 0 ]; do
            sleep 0.2
        done
        kill -KILL -- "-$group" 2>/dev/null
        wait "$group" 2>/dev/null
    done
}

serving=false
unfinished=

leave() {
    trap '' INT TERM HUP
    stop_all
    if [ -n "$unfinished" ]; then
        rm -rf -- "$unfinished"
    fi
    local demo
    if [ -n "${home:-}" ] && read -r demo _ 2>/dev/null <"$data/running" && [ "$demo" = $$ ]; then
        rm -f -- "$data/running"
    fi
}

# Stopping a demo that serves is how it ends, not a failure.
interrupted() {
    if $serving; then
        printf '\nstopping Keycloak\n'
        exit 0
    fi
    exit "$1"
}

in_root() {
    cd -- "$root" && exec "$@"
}

newer_source() {
    local place existing=() reference=$provider_jar
    # Maven leaves a jar alone that would not change, so its age alone would build for ever.
    if [ "$root/target/demo.built" -nt "$provider_jar" ]; then
        reference=$root/target/demo.built
    fi
    for place in "$root/pom.xml" "$root"/{themes,provider,walkthrough}/{pom.xml,src/main}; do
        if [ -e "$place" ]; then
            existing+=("$place")
        fi
    done
    [ -n "$(find "${existing[@]}" -type f -newer "$reference" -print 2>/dev/null | head -n 1)" ]
}

build() {
    local unfinished_build=$root/target/demo.building
    if [ -f "$provider_jar" ] && [ -d "$walkthrough/classes" ] && [ -d "$walkthrough/lib" ] \
        && [ ! -e "$unfinished_build" ] && ! newer_source; then
        return
    fi
    if ! mkdir -p -- "$root/target" || ! : >"$unfinished_build"; then
        fail "$root/target cannot be written to"
    fi
    local began=$SECONDS
    printf 'building the extension: mvn package (log: %s)\n' "$data/build.log"
    attend building "$data/build.log" in_root mvn -q -B -ntp -DskipTests -Denforcer.skip -Dspotless.check.skip \
        -pl provider,walkthrough -am package || fail "the build failed, see $data/build.log"
    mv -- "$unfinished_build" "$root/target/demo.built"
    printf 'built in %d seconds\n' $((SECONDS - began))
}

download() {
    distribution=$root/target/keycloak-quarkus-dist-$version.zip
    if [ -f "$distribution" ]; then
        return
    fi
    mkdir -p -- "$root/target" || fail "$root/target cannot be written to"
    printf 'getting Keycloak %s from Maven Central (log: %s)\n' "$version" "$data/download.log"
    unfinished=$data/download.$$
    # The plugin's version is that of pom.xml.
    attend downloading "$data/download.log" in_root mvn -q -B -ntp -N dependency:copy \
        "-Dartifact=org.keycloak:keycloak-quarkus-dist:$version:zip" "-DoutputDirectory=$unfinished" \
        || fail "Keycloak $version could not be downloaded, see $data/download.log"
    mv -- "$unfinished/${distribution##*/}" "$distribution" || fail "$distribution cannot be written"
    rm -rf -- "$unfinished"
    unfinished=
}

in_folder() {
    cd -- "$1" && shift && exec "$@"
}

install() {
    if [ ! -d "$home" ]; then
        download
        unfinished=$data/unpack.$$
        mkdir -- "$unfinished" || fail "$unfinished cannot be written"
        # The JDK's own tool, because not everybody has unzip; it forgets which files may be executed.
        attend unpacking "$data/unpack.log" in_folder "$unfinished" "$JAVA_HOME/bin/jar" xf "$distribution" \
            || fail "$distribution cannot be unpacked, see $data/unpack.log; remove it to download it again"
        chmod +x "$unfinished/keycloak-$version"/bin/*.sh
        mv -- "$unfinished/keycloak-$version" "$home" || fail "$home cannot be written"
        rm -rf -- "$unfinished"
        unfinished=
    fi
    local imported=$home/data/import/acme-realm.json
    if [ -f "$imported" ] && ! cmp -s "$realm_file" "$imported"; then
        printf 'the realm file has changed since the realm was imported; --fresh imports it again\n'
    else
        mkdir -p -- "$home/data/import"
        cp -- "$realm_file" "$imported" || fail "$imported cannot be written"
    fi
    # Only a jar that differs: for every new one the server builds itself anew.
    if ! cmp -s "$provider_jar" "$home/providers/${provider_jar##*/}"; then
        cp -- "$provider_jar" "$home/providers/" || fail "$home/providers cannot be written to"
    fi
}

ready() (
    exec 3<>"/dev/tcp/127.0.0.1/$management" || exit 1
    printf 'GET /health/ready HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
    IFS= read -r -t 5 status <&3 && [[ $status == *' 200 '* ]]
) 2>/dev/null

# Settings go by the environment, so that what follows -- on the command line prevails.
start() {
    export KC_BOOTSTRAP_ADMIN_USERNAME=admin KC_BOOTSTRAP_ADMIN_PASSWORD=admin
    export KC_DB=dev-file
    export KC_HTTP_HOST=127.0.0.1 KC_HTTP_PORT=$port
    export KC_HTTP_MANAGEMENT_HOST=127.0.0.1 KC_HTTP_MANAGEMENT_PORT=$management
    export KC_HTTP_MANAGEMENT_SCHEME=http KC_HTTP_MANAGEMENT_RELATIVE_PATH=/
    export KC_HEALTH_ENABLED=true KC_METRICS_ENABLED=true
    local began=$SECONDS told=$SECONDS
    printf 'starting Keycloak %s (log: %s)\n' "$version" "$log"
    begin "$log" "$home/bin/kc.sh" start-dev --import-realm ${server_arguments[@]+"${server_arguments[@]}"}
    until ready; do
        kill -0 "$child" 2>/dev/null || fail "Keycloak stopped while it was starting, see $log"
        [ $((SECONDS - began)) -lt $patience ] || fail "Keycloak is not ready after $patience seconds, see $log"
        if [ $((SECONDS - told)) -ge 15 ]; then
            told=$SECONDS
            printf '  still starting, %d seconds\n' $((SECONDS - began))
        fi
        sleep 0.3
    done
    printf 'started in %d seconds\n' $((SECONDS - began))
}

# What follows -- may say below which path Keycloak is served.
relative_path() {
    local argument previous='' path=''
    for argument in ${server_arguments[@]+"${server_arguments[@]}"}; do
        case $argument in
            --http-relative-path=*) path=${argument#*=} ;;
            *) [ "$previous" != --http-relative-path ] || path=$argument ;;
        esac
        previous=$argument
    done
    printf '%s' "${path%/}"
}

greet() {
    local keycloak=http://localhost:$port$path
    local host=http://acme.my.localhost:$port
    local callback='http://localhost:9999/callback'
    cat <<END
ready: Keycloak $version with the realm acme at $keycloak

  hosts           $host
                  http://acme.preview.localhost:$port
  console         $keycloak/admin/  admin / admin
                  $keycloak/admin/acme/console/  avery / avery
  users           alice / alice, bob / bob
  health          http://localhost:$management/health
  metrics         http://localhost:$management/metrics
  data and log    $data

A first command:

  curl $host/.well-known/oauth-authorization-server

To get a session ID by hand, open this address, log in as alice and press Allow. Nothing is listening
at the address you are sent to, but the code is in the address bar. It is valid for two minutes:

  $host/integrations/oauth2/authorize?client_id=acme-web&response_type=code&redirect_uri=$callback

  curl $host/integrations/oauth2/api/v1/token \\
    -u acme-web:acme-web-secret-for-the-demo-only \\
    -d grant_type=authorization_code -d redirect_uri=$callback -d code=PASTE-IT-HERE

END
}

walk() {
    set -m
    "$JAVA_HOME/bin/java" -cp "$walkthrough/classes:$walkthrough/lib/*" \
        org.workfrontoauth2.walkthrough.Walkthrough --port "$port" --path "$path" </dev/null &
    child=$!
    set +m
    wait "$child"
}

read_options "$@"
check_options
trap leave EXIT
trap 'interrupted 130' INT
trap 'interrupted 143' TERM
trap 'interrupted 129' HUP
check_java
check_maven
check_ports
prepare_data
build
install
start
greet
if $check; then
    walk
    exit
fi
serving=true
printf 'Ctrl-C stops it.\n'
wait "$child"
serving=false
fail "Keycloak stopped, see $log"
