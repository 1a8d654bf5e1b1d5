#!/bin/sh
# Puts Team Health into the menu of whoever runs this, from where the folder lies now. `./install.sh remove` takes it out.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
share=${XDG_DATA_HOME:-$HOME/.local/share}
entry=$share/applications/teamhealth.desktop
types=$share/mime/packages/teamhealth-files.xml
icon=$share/icons/hicolor/256x256/apps/teamhealth.png
if [ "${1:-}" = remove ]; then
    rm -f "$entry" "$types" "$icon"
else
    mkdir -p "$(dirname "$entry")" "$(dirname "$types")" "$(dirname "$icon")"
    sed "s|^Exec=TeamHealth|Exec=\"$here/TeamHealth\"|" "$here/teamhealth.desktop" >"$entry"
    cp "$here/teamhealth-files.xml" "$types"
    cp "$here/_internal/resources/icons/teamhealth.png" "$icon"
fi
if command -v update-mime-database >/dev/null 2>&1; then update-mime-database "$share/mime"; fi
if command -v update-desktop-database >/dev/null 2>&1; then update-desktop-database "$share/applications"; fi
