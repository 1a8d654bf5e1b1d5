<#
.SYNOPSIS
Builds Team Health on Windows: the bundle, a portable zip, and the installer where Inno Setup is there.
.DESCRIPTION
Run it from anywhere in a checkout, on Windows 10 (1903) or later with Python 3.11 to 3.13:
    powershell -ExecutionPolicy Bypass -File .ci\installer\build.ps1
Every library comes at its pinned version with its hash. Nothing is installed outside .venv-build.
.PARAMETER Python
The Python to build with; by default the first of 3.13, 3.12 and 3.11 that the launcher finds, else python.
.PARAMETER Sign
The name of a sign tool that is set up in Inno Setup; it signs the installer and the uninstaller, so it needs Inno Setup.
.PARAMETER Thumbprint
A code-signing certificate in the user's store; it signs both programs in the bundle.
.PARAMETER Timestamp
The time stamp server that signing asks, so that a signature outlives its certificate. It is the only connection besides
the package index. Where there is none, -Timestamp none signs without, and the signature ends with the certificate.
#>
param([string]$Python = "", [string]$Sign = "", [string]$Thumbprint = "", [string]$Timestamp = "http://timestamp.digicert.com")
$ErrorActionPreference = "Stop"
Set-StrictMode -Version Latest
Set-Location (Join-Path $PSScriptRoot "..\..")

function Invoke-Step([string]$What, [scriptblock]$Step) {
    Write-Host "== $What"
    & $Step
    if ($LASTEXITCODE -ne 0) { throw "$What failed with exit code $LASTEXITCODE." }
}

# All that is asked of the computer is asked before anything is built. Fit to build with: 3.11 to 3.13, of 64 bit.
$Probe = "import struct, sys; sys.exit(not ((3, 11) <= sys.version_info[:2] <= (3, 13) and struct.calcsize('P') == 8))"
$Exe = ""
$Which = @()
if ($Python) {
    & $Python -c $Probe
    if ($LASTEXITCODE -eq 0) { $Exe = $Python }
} else {
    # Newer launchers would fetch a Python that is not there.
    $env:PYTHON_MANAGER_AUTOMATIC_INSTALL = "false"
    if (Get-Command py -ErrorAction SilentlyContinue) {
        foreach ($Each in "-3.13", "-3.12", "-3.11") {
            if ($Exe) { break }
            & py $Each -c $Probe
            if ($LASTEXITCODE -eq 0) { $Exe = "py"; $Which = @($Each) }
        }
    }
    if (-not $Exe -and (Get-Command python -ErrorAction SilentlyContinue)) {
        & python -c $Probe
        if ($LASTEXITCODE -eq 0) { $Exe = "python" }
    }
}
if (-not $Exe) { throw "No 64-bit Python 3.11 to 3.13 was found. Say which: build.ps1 -Python C:\...\python.exe" }
# Inno Setup lies where its installer put it, for all users or for one, if it is not on the path.
$Inno = Get-Command iscc -ErrorAction SilentlyContinue
foreach ($Folder in ${env:ProgramFiles(x86)}, $env:ProgramFiles, "$env:LOCALAPPDATA\Programs") {
    if ($Inno) { break }
    if ($Folder) { $Inno = Get-Command "$Folder\Inno Setup 6\ISCC.exe" -ErrorAction SilentlyContinue }
}
if (-not $Inno) {
    if ($Sign) { throw "-Sign signs the installer, but Inno Setup 6.3 or later is not there to make one. Nothing was built." }
    Write-Warning "Inno Setup 6.3 or later is not there, so no installer will be made."
}
$Certificate = $null
if ($Thumbprint) {
    $Certificate = Get-Item "Cert:\CurrentUser\My\$Thumbprint" -ErrorAction SilentlyContinue
    if (-not $Certificate) { throw "No certificate $Thumbprint is in your store (Cert:\CurrentUser\My). Nothing was built." }
    if (-not $Certificate.HasPrivateKey) { throw "The certificate $Thumbprint has no private key here. Nothing was built." }
    if ($Certificate.NotAfter -lt (Get-Date)) { throw "The certificate $Thumbprint has run out. Nothing was built." }
}
# The day of the commit goes into the files; outside a checkout, a fixed one.
$Moment = "1577836800"
if ((Test-Path .git) -and (Get-Command git -ErrorAction SilentlyContinue)) {
    $Told = & git log -1 --format=%ct
    if ($LASTEXITCODE -eq 0 -and $Told) { $Moment = $Told }
}
$env:SOURCE_DATE_EPOCH = $Moment
$env:PYTHONHASHSEED = "1"

# Made anew when the pinned libraries or the Python have changed.
$Stamp = ".venv-build\made-from.txt"
$Wanted = (Get-FileHash .ci\requirements-build.txt -Algorithm SHA256).Hash + " " + (& $Exe @Which -c "import sys; print(sys.version)")
$There = ""
if (Test-Path $Stamp) { $There = (Get-Content $Stamp | Select-Object -First 1) }
if ($There -ne $Wanted) {
    if (Test-Path .venv-build) { Remove-Item -Recurse -Force .venv-build }
    Invoke-Step "environment" { & $Exe @Which -m venv .venv-build }
    Invoke-Step "libraries" {
        & .venv-build\Scripts\python.exe -m pip install --disable-pip-version-check --quiet --require-hashes --only-binary=:all: -r .ci\requirements-build.txt
    }
    Set-Content -Path $Stamp -Value $Wanted -Encoding ASCII
}
$Here = (Resolve-Path ".venv-build\Scripts\python.exe").Path
Invoke-Step "the program" {
    & $Here -m pip install --disable-pip-version-check --quiet --no-deps --no-build-isolation -e .
}
$Version = & $Here -c "from importlib.metadata import version; print(version('teamhealth'))"

Invoke-Step "Qt's own modules" { & $Here .ci\qt_support.py build\qt-support }
Invoke-Step "what a start loads" { & $Here .ci\start_modules.py build\start-modules.txt }
Invoke-Step "bundle" { & $Here -m PyInstaller --noconfirm --clean --log-level WARN build_installer.spec }
Invoke-Step "documents" { & $Here .ci\documents.py dist\TeamHealth\documents }
Invoke-Step "licences and bill of materials" { & $Here .ci\notices.py dist\TeamHealth }
# What is in it, how large it is, whether the bill names each library, and whether anything tells where it was built.
Invoke-Step "check of the files" { & $Here .ci\check_bundle.py dist\TeamHealth --files }
if ($Certificate) {
    $Signing = @{ Certificate = $Certificate; HashAlgorithm = "SHA256" }
    if ($Timestamp -ne "none") { $Signing.TimestampServer = $Timestamp }
    foreach ($Name in "TeamHealth.exe", "teamhealth-cli.exe") {
        $Done = Set-AuthenticodeSignature "dist\TeamHealth\$Name" @Signing
        if ($Done.Status -ne "Valid") { throw "$Name could not be signed: $($Done.StatusMessage)" }
        if ($Timestamp -ne "none" -and -not $Done.TimeStamperCertificate) {
            throw "$Name got no time stamp from $Timestamp. Name another server, or say -Timestamp none."
        }
    }
}

# The bundle has to do its job before anybody gets it.
$Try = Join-Path ([IO.Path]::GetTempPath()) ([IO.Path]::GetRandomFileName())
Invoke-Step "trial run" { & dist\TeamHealth\teamhealth-cli.exe demo --headless "$Try\out" --data-dir "$Try\data" }
if (-not (Get-ChildItem "$Try\out" -Recurse -Filter *.pdf)) { throw "The trial run made no PDF." }
Remove-Item -Recurse -Force $Try

# Portable: a marker beside the program keeps its data beside it, unless that folder is synced or shared.
$Made = @("dist\TeamHealth-$Version-portable.zip")
Invoke-Step "portable zip" { & $Here .ci\hand_out.py zip dist\TeamHealth $Made[0] }

if ($Inno) {
    $Options = @("/Qp", "/DVersion=$Version")
    if ($Sign) { $Options += "/DSignTool=$Sign" }
    Invoke-Step "installer" { & $Inno @Options .ci\installer\teamhealth.iss }
    $Made += "dist\TeamHealth-$Version-setup.exe"
}
Invoke-Step "checksums" { & $Here .ci\hand_out.py sums dist\SHA256SUMS.txt @Made }
