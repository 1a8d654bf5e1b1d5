#!/bin/sh
# Puts Team Health into the menu of whoever runs this, from where the folder lies now. `./install.sh remove` takes it out.
set -eu
usage='Usage: ./install.sh          puts Team Health into your menu
       ./install.sh remove   takes it out of your menu'
case $#,${1:-} in
    0, | 1,remove) ;;
    1,-h | 1,--help) echo "$usage"; exit 0 ;;
    *) echo "Nothing has been changed." >&2; echo "$usage" >&2; exit 2 ;;
esac
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
if [ -z "${XDG_DATA_HOME:-}" ] && [ -z "${HOME:-}" ]; then
    echo "It is not known whose menu is meant: neither HOME nor XDG_DATA_HOME is set. Nothing has been changed." >&2
    echo "Run it as the person who will use Team Health, or say HOME=/home/NAME before it." >&2
    exit 1
fi
share=${XDG_DATA_HOME:-$HOME/.local/share}
entry=$share/applications/teamhealth.desktop
types=$share/mime/packages/teamhealth-files.xml
icon=$share/icons/hicolor/256x256/apps/teamhealth.png
if [ "${1:-}" = remove ]; then
    rm -f "$entry" "$types" "$icon"
    told="Taken out of your menu: Team Health, with its icon and file types."
else
    # All of it is looked for first, so that it is put there whole or not at all.
    for needed in TeamHealth teamhealth.desktop teamhealth-files.xml _internal/resources/icons/teamhealth.png; do
        if [ ! -f "$here/$needed" ] || [ ! -r "$here/$needed" ]; then
            echo "$needed is not beside this script, or cannot be read. Nothing has been changed." >&2
            echo "Unpack the whole folder again." >&2
            exit 1
        fi
    done
    mkdir -p "$(dirname "$entry")" "$(dirname "$types")" "$(dirname "$icon")"
    # A menu entry takes a path in quotes. In them \, ", ` and $ get a backslash, which is doubled as in every value; a
    # percent sign is doubled too.
    quoted=$(printf '%s' "$here" | sed -e 's/\\/\\\\\\\\/g' -e 's/["`$]/\\\\&/g' -e 's/%/%%/g')
    while IFS= read -r line; do
        case $line in
            Exec=TeamHealth*) printf 'Exec="%s/TeamHealth"%s\n' "$quoted" "${line#Exec=TeamHealth}" ;;
            *) printf '%s\n' "$line" ;;
        esac
    done <"$here/teamhealth.desktop" >"$entry"
    cp "$here/teamhealth-files.xml" "$types"
    cp "$here/_internal/resources/icons/teamhealth.png" "$icon"
    told="Put into your menu: Team Health in $here, with its icon and file types."
fi
if command -v update-mime-database >/dev/null 2>&1; then update-mime-database "$share/mime"; fi
if command -v update-desktop-database >/dev/null 2>&1; then update-desktop-database "$share/applications"; fi
printf '%s\n' "$told Surveys, usually in $share/TeamHealth, stay as they are."
