#!/bin/sh
# Prove that the last commit sets itself up on a bare Debian 12: its smallest system, a fresh clone, nothing else.
# Usage, as root: packaging/bare.sh [make target …]      (default: test)
# The system is made once in $BARE (default /var/tmp/mavis-bare) from the Debian mirror $MIRROR, if that is set;
# remove the folder to begin again. Settings of this machine for pip, names and certificates are lent to it.
set -eu
cd "$(dirname "$0")/.."
bare=${BARE:-/var/tmp/mavis-bare}
[ $# -gt 0 ] || set -- test

if [ ! -e "$bare/etc/debian_version" ]; then
    debootstrap --variant=minbase --include=make,git,ca-certificates bookworm "$bare" ${MIRROR:+"$MIRROR"}
fi
for lent in /etc/resolv.conf /etc/hosts /etc/pip.conf /etc/ssl/certs/ca-certificates.crt; do
    [ ! -e "$lent" ] || cp -L "$lent" "$bare$lent"
done
rm -rf "$bare/srv/mavis"
git clone -q . "$bare/srv/mavis"

# The mounts belong to this one command and go with it.
exec unshare --mount --pid --fork sh -eu -c '
    bare=$1
    shift
    mount --bind "$bare" "$bare" # a root of its own kind: a test makes mounts
    mount -t proc proc "$bare/proc"
    mount -t tmpfs tmpfs "$bare/dev"
    for device in null zero random urandom; do
        : >"$bare/dev/$device"
        mount --bind "/dev/$device" "$bare/dev/$device"
    done
    mkdir "$bare/dev/shm" "$bare/dev/pts"
    mount -t tmpfs tmpfs "$bare/dev/shm"
    mount -t devpts -o newinstance,ptmxmode=0666 devpts "$bare/dev/pts"
    ln -s pts/ptmx "$bare/dev/ptmx"
    ln -s /proc/self/fd "$bare/dev/fd"
    exec chroot "$bare" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 make -C /srv/mavis "$@"
' sh "$bare" "$@"
