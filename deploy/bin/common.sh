# What the launchers share; sourced by them, not run.

set -eu
project=$(cd "$(dirname "$0")/../.." && pwd)

say() { printf '%s\n' "$*" >&2; }
fail() { say "$(basename "$0"): $*"; exit 1; }

# Runs a command as root: as it is, or by sudo.
as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null 2>&1; then
        sudo "$@"
    else
        fail "installing needs root: run this as root, or install sudo. Wanted: $*"
    fi
}

# Installs Debian packages, saying so.
install_packages() {
    command -v apt-get >/dev/null 2>&1 ||
        fail "this system has no apt-get; please install by its own means: $*"
    say "Installing $* …"
    log=$(mktemp)
    if ! { as_root apt-get update -qq && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@"; } \
            >"$log" 2>&1 </dev/null; then
        tail -n 5 "$log" >&2
        rm -f "$log"
        fail "apt-get could not install: $*"
    fi
    rm -f "$log"
}

# Installs the packages of the commands that are missing: need COMMAND PACKAGE …
need() {
    missing=
    while [ $# -gt 0 ]; do
        command -v "$1" >/dev/null 2>&1 || missing="$missing $2"
        shift 2
    done
    # shellcheck disable=SC2086
    [ -z "$missing" ] || install_packages $missing
}

# Installs what reads pictures: Tesseract and its data for Chinese, English and German.
need_tesseract() {
    need tesseract tesseract-ocr
    missing=
    languages=$(tesseract --list-langs 2>/dev/null || true)
    for language in chi_sim eng deu; do
        case $languages in
            *"$language"*) ;;
            *) missing="$missing tesseract-ocr-$(printf %s "$language" | tr _ -)" ;;
        esac
    done
    # shellcheck disable=SC2086
    [ -z "$missing" ] || install_packages $missing
}

is_jdk_25() {
    [ -x "$1/bin/javac" ] && "$1/bin/javac" -version 2>&1 | grep -q '^javac 25'
}

# Sets jdk to the home of a JDK 25, installing one if there is none. Maven may run on another.
need_jdk() {
    for home in "${JAVA_HOME:-}" "$(readlink -f "$(command -v javac 2>/dev/null || true)" 2>/dev/null |
            sed 's|/bin/javac$||')" /usr/lib/jvm/*25* "$HOME"/.sdkman/candidates/java/25*; do
        if [ -n "$home" ] && is_jdk_25 "$home"; then
            jdk=$home
            return
        fi
    done
    [ "${1:-}" != again ] || fail "JDK 25 was installed but is not to be found under /usr/lib/jvm."
    apt-cache show openjdk-25-jdk-headless >/dev/null 2>&1 || as_root apt-get update -qq >/dev/null 2>&1 || true
    apt-cache show openjdk-25-jdk-headless >/dev/null 2>&1 ||
        fail "there is no JDK 25 here and this system's packages have none (Debian 13 and Raspberry Pi OS trixie" \
            "do): install one under /usr/lib/jvm, or set JAVA_HOME."
    install_packages openjdk-25-jdk-headless
    need_jdk again
}

# Maven, on whatever Java it likes: the build finds the JDK 25 by itself.
maven() {
    (cd "$project" && mvn --batch-mode -Dstyle.color=never "$@" </dev/null)
}

# Builds what changed since the last build.
build() {
    need mvn maven
    stamp=$project/deploy/target/built
    if [ -f "$stamp" ] && [ -z "$(find "$project" -newer "$stamp" -type f \
            \( -path '*/src/main/*' -o -name pom.xml \) -not -path '*/target/*' -print -quit)" ]; then
        return
    fi
    say "Building (the first time takes some minutes: libraries are fetched) …"
    log=$(mktemp)
    if ! maven --quiet package -DskipTests >"$log" 2>&1; then
        cat "$log" >&2
        rm -f "$log"
        fail "the build failed; what Maven says stands above."
    fi
    rm -f "$log"
    mkdir -p "$(dirname "$stamp")"
    touch "$stamp"
}

# Runs a program of the project: run MODULE_DIRECTORY MAIN_CLASS ARGUMENT …
run() {
    module=$project/$1
    main=$2
    shift 2
    # shellcheck disable=SC2086
    exec "$jdk/bin/java" ${SLIPSTREAM_JAVA_OPTIONS:-} --enable-native-access=ALL-UNNAMED \
        -cp "$module/target/classes:$module/target/lib/*" "$main" "$@"
}
