#!/bin/sh
# Install what planextract needs and this machine lacks, and make .venv from the lock file.
# Safe to run again: what is there is left alone. Run by 'make setup'.
set -eu
cd "$(dirname "$0")/.."

say() { printf '%s\n' "setup: $*" >&2; }
have() { command -v "$1" >/dev/null 2>&1; }

find_python() {
    for name in "${PYTHON:-python3}" python3.14 python3.13 python3.12 python3.11; do
        if have "$name" && "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
        then command -v "$name"; return 0; fi
    done
    return 1
}

missing_packages() {  # the system packages that are not there, by the name this platform uses
    if [ "$1" = brew ]; then
        find_python >/dev/null || echo python@3.12
        have tesseract || echo tesseract
        has_norwegian || echo tesseract-lang
        return
    fi
    if python=$(find_python); then
        "$python" -c 'import ensurepip, venv' 2>/dev/null || [ -x .venv/bin/pip ] || venv_package "$python"
    else
        echo python3 python3-venv
    fi
    have tesseract || echo tesseract-ocr
    has_norwegian || echo tesseract-ocr-nor
    [ -e /usr/share/hunspell/nn_NO.dic ] || echo hunspell-no
}

has_norwegian() {
    have tesseract || return 1
    languages=$(tesseract --list-langs 2>/dev/null) || return 1
    printf '%s\n' "$languages" | grep -qx nor
}

venv_package() {  # python3-venv, or python3.12-venv where that is not the system's own version
    version=$("$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    [ "$1" = /usr/bin/python3 ] && echo python3-venv || echo "python$version-venv"
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"
    elif have sudo && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then sudo "$@"
    else return 1; fi
}

install_packages() {
    if [ "$manager" = brew ]; then
        brew install "$@"
    elif [ "$manager" = apt ]; then
        as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 update &&
        as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 \
            install -y --no-install-recommends "$@" >/dev/null
    else
        return 1
    fi
}

if have brew; then manager=brew
elif have apt-get; then manager=apt
else manager=other; fi

missing=$(missing_packages "$manager" | tr '\n' ' ')
if [ -n "$missing" ]; then
    say "installing $missing"
    # shellcheck disable=SC2086  (a list of names)
    install_packages $missing </dev/null >&2 || say "could not install these packages here."
    missing=$(missing_packages "$manager" | tr '\n' ' ')
fi
if [ -n "$missing" ]; then
    case $manager in
        brew) say "please run: brew install $missing" ;;
        apt) say "please ask an administrator to run: apt-get install $missing" ;;
        *) say "please install the packages that are called here in Debian: $missing" ;;
    esac
    say "without tesseract, scanned pages are left out (and named); without hunspell-no,"
    say "fewer damaged words are mended; digital plans are read all the same."
fi

if ! python=$(find_python); then
    say "Python 3.11 or newer is needed and was not found."
    exit 1
fi
stamp=.venv/.ready
key=$(cat requirements/*.txt pyproject.toml "$0" | cksum; "$python" --version; pwd)
if [ -x .venv/bin/planextract ] && [ "$(cat $stamp 2>/dev/null)" = "$key" ]; then exit 0; fi

say "making .venv with $("$python" --version)"
rm -f $stamp
"$python" -m venv --clear .venv || {
    say "no virtual environment could be made; the package python3-venv is needed for it."
    exit 1
}
pip() { .venv/bin/python -m pip --disable-pip-version-check --no-input -q "$@"; }
pip install --require-hashes --only-binary :all: -r requirements/lock.txt
pip install --no-deps --no-build-isolation -e .
pip install --require-hashes --only-binary :all: -r requirements/fast-ocr.txt 2>/dev/null ||
    say "the quicker OCR library (tesserocr) has no build for this machine; the tesseract program is used."
printf '%s\n' "$key" >$stamp
say "ready: .venv/bin/planextract"
