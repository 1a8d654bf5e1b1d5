<#
.SYNOPSIS
Builds Team Health on Windows: the bundle, a portable zip, and the installer where Inno Setup is there.
.DESCRIPTION
Run it from anywhere in a checkout, on Windows 10 (1903) or later with Python 3.11 to 3.13:
    powershell -ExecutionPolicy Bypass -File .ci\installer\build.ps1
Every library comes at its pinned version with its hash. Nothing is installed outside .venv-build.
.PARAMETER Python
The Python to build with; by default the launcher's newest 3.12.
.PARAMETER Sign
The name of a sign tool that is set up in Inno Setup; it signs the installer and the uninstaller.
.PARAMETER Thumbprint
A code-signing certificate in the user's store; it signs both programs in the bundle.
#>
param([string]$Python = "", [string]$Sign = "", [string]$Thumbprint = "")
$ErrorActionPreference = "Stop"
Set-StrictMode -Version Latest
Set-Location (Join-Path $PSScriptRoot "..\..")

function Invoke-Step([string]$What, [scriptblock]$Step) {
    Write-Host "== $What"
    & $Step
    if ($LASTEXITCODE -ne 0) { throw "$What failed with exit code $LASTEXITCODE." }
}

if (-not (Test-Path ".venv-build\Scripts\python.exe")) {
    Invoke-Step "environment" { if ($Python) { & $Python -m venv .venv-build } else { & py -3.12 -m venv .venv-build } }
}
$Here = Resolve-Path ".venv-build\Scripts\python.exe"
Invoke-Step "libraries" {
    & $Here -m pip install --disable-pip-version-check --quiet --require-hashes --only-binary=:all: -r .ci\requirements-build.txt
}
Invoke-Step "the program" {
    & $Here -m pip install --disable-pip-version-check --quiet --no-deps --no-build-isolation -e .
}
$env:PYTHONHASHSEED = "1"
$env:SOURCE_DATE_EPOCH = (git log -1 --format=%ct)
$Version = & $Here -c "from importlib.metadata import version; print(version('teamhealth'))"

Invoke-Step "Qt's own modules" { & $Here .ci\qt_support.py build\qt-support }
Invoke-Step "what a start loads" { & $Here .ci\start_modules.py build\start-modules.txt }
Invoke-Step "bundle" { & $Here -m PyInstaller --noconfirm --clean --log-level WARN build_installer.spec }
Invoke-Step "licences and bill of materials" { & $Here .ci\notices.py dist\TeamHealth }
if ($Thumbprint) {
    foreach ($Name in "TeamHealth.exe", "teamhealth-cli.exe") {
        $Done = Set-AuthenticodeSignature "dist\TeamHealth\$Name" -Certificate (Get-Item "Cert:\CurrentUser\My\$Thumbprint") -HashAlgorithm SHA256
        if ($Done.Status -ne "Valid") { throw "$Name could not be signed: $($Done.StatusMessage)" }
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

$Inno = Get-Command iscc -ErrorAction SilentlyContinue
if (-not $Inno) { $Inno = Get-Command "${env:ProgramFiles(x86)}\Inno Setup 6\ISCC.exe" -ErrorAction SilentlyContinue }
if ($Inno) {
    $Options = @("/Qp", "/DVersion=$Version")
    if ($Sign) { $Options += "/DSignTool=$Sign" }
    Invoke-Step "installer" { & $Inno @Options .ci\installer\teamhealth.iss }
    $Made += "dist\TeamHealth-$Version-setup.exe"
} else {
    Write-Warning "Inno Setup 6 is not there, so no installer was made."
}
Invoke-Step "checksums" { & $Here .ci\hand_out.py sums dist\SHA256SUMS.txt @Made }
