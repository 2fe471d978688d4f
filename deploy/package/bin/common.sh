# What the scripts beside it share; sourced, not run.
#
# Settings come from the environment or from /etc/slipstream/network.env (KEY=VALUE a line):
#   PRINTER=192.168.1.50     the printer's address; IPv4
#   PRINTER_PORT=9100        its port
#   PORT=9100                address mode: the port at which the POS finds the box
#   POS_SIDE=eth0            transparent mode: the network port towards the POS
#   PRINTER_SIDE=eth1        transparent mode: the network port towards the printer

set -eu
settings=${SLIPSTREAM_NETWORK:-/etc/slipstream/network.env}
if [ -r "$settings" ]; then
    # shellcheck disable=SC1090
    . "$settings"
fi
PRINTER_PORT=${PRINTER_PORT:-9100}
PORT=${PORT:-9100}

fail() { printf '%s: %s\n' "$(basename "$0")" "$*" >&2; exit 1; }

# Stops with a sentence unless the setting NAME is an IPv4 address.
need_address() {
    eval "value=\${$1:-}"
    printf '%s' "$value" | grep -Eqx '([0-9]{1,3}\.){3}[0-9]{1,3}' ||
        fail "$1 is \"$value\", expected an IPv4 address as 192.168.1.50 (in $settings)."
}

# Stops with a sentence unless the setting NAME is a port.
need_port() {
    eval "value=\${$1:-}"
    case $value in
        '' | *[!0-9]* | ??????*) fail "$1 is \"$value\", expected a port from 1 to 65535 (in $settings)." ;;
    esac
    [ "$value" -ge 1 ] && [ "$value" -le 65535 ] ||
        fail "$1 is \"$value\", expected a port from 1 to 65535 (in $settings)."
}

# Stops with a sentence unless the setting NAME is a network port of this machine.
need_interface() {
    eval "value=\${$1:-}"
    [ -n "$value" ] && [ -d "/sys/class/net/$value" ] ||
        fail "$1 is \"$value\", expected a network port of this machine, as eth0 (in $settings)."
}

# Sets a kernel setting: kernel net/ipv4/ip_forward 1
kernel() { printf '%s\n' "$2" >"/proc/sys/$1"; }

has_table() { nft list table ip "$1" >/dev/null 2>&1; }
