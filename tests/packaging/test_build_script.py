"""The script that builds on Windows, read as Windows PowerShell 5.1 would read it."""

import re
import subprocess
import sys
import tomllib

from tests.packaging.tools import ROOT, tool

SCRIPT = (ROOT / ".ci" / "installer" / "build.ps1").read_text(encoding="utf-8")
GUIDE = (ROOT / "docs" / "it-guide.md").read_text(encoding="utf-8")
# What is done once the script has begun to build.
FIRST_STEP = SCRIPT.index('Invoke-Step "')


def test_it_is_plain_ascii_as_windows_powershell_takes_a_file_without_a_mark_for_another_code_page() -> None:
    assert SCRIPT.isascii()


def test_errors_of_programs_are_not_redirected_as_windows_powershell_would_stop_at_the_first() -> None:
    assert re.findall(r"2>|\*>", SCRIPT) == []


def test_every_bracket_is_closed() -> None:
    code = re.sub(r'<#.*?#>|"[^"\n]*"|^\s*#.*$', "", SCRIPT, flags=re.DOTALL | re.MULTILINE)
    for opening, closing in ("()", "{}", "[]"):
        assert code.count(opening) == code.count(closing)


def test_the_pythons_it_takes_are_those_that_the_program_runs_on_and_the_guide_tells() -> None:
    assert set(re.findall(r'"-(3\.\d+)"', SCRIPT)) == {"3.11", "3.12", "3.13"}
    assert "Get-Command python" in SCRIPT
    assert "64-bit Python 3.11 to 3.13" in GUIDE
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["requires-python"].startswith(">=3.11")


def test_this_python_passes_its_question_if_it_is_one_to_build_with_and_another_does_not() -> None:
    question = re.search(r'^\$Probe = "(.*)"$', SCRIPT, re.MULTILINE)
    assert question is not None
    passes = subprocess.run([sys.executable, "-c", question[1]], check=False).returncode == 0
    assert passes == (sys.version_info[:2] <= (3, 13))
    older = question[1].replace("(3, 11)", "(3, 99)")
    assert subprocess.run([sys.executable, "-c", older], check=False).returncode == 1


def test_git_and_python_are_looked_for_before_anything_is_built_and_git_may_be_missing() -> None:
    assert SCRIPT.index("Get-Command git") < SCRIPT.index("git log") < FIRST_STEP
    assert SCRIPT.index('throw "No 64-bit Python') < FIRST_STEP
    assert re.search(r'\$Moment = "\d+"', SCRIPT[:FIRST_STEP])
    assert len(re.findall(r"\bgit log", SCRIPT)) == 1


def test_an_old_environment_is_made_anew_when_the_pinned_libraries_change() -> None:
    for script in (SCRIPT, (ROOT / ".ci" / "bundle").read_text(encoding="utf-8")):
        assert script.count("made-from.txt") == 1
        assert re.search(r"(Get-FileHash|sha256sum) \.ci[\\/]requirements-build\.txt", script)
        assert re.search(r"Remove-Item -Recurse -Force \.venv-build|rm -rf \.venv-build", script)


def test_the_files_of_the_bundle_are_checked_before_anything_is_signed_or_handed_out() -> None:
    checked = SCRIPT.index("check_bundle.py dist\\TeamHealth --files")
    assert (
        SCRIPT.index(".ci\\notices.py") < checked < SCRIPT.index("Set-AuthenticodeSignature") < SCRIPT.index("hand_out")
    )


def test_a_signature_gets_a_time_stamp_unless_none_is_asked_for_and_a_missing_one_stops_the_build() -> None:
    default = re.search(r'\[string\]\$Timestamp = "(\w+://[\w.]+)"', SCRIPT)
    assert default is not None
    assert 'if ($Timestamp -ne "none") { $Signing.TimestampServer = $Timestamp }' in SCRIPT
    assert re.search(r"Set-AuthenticodeSignature \S+ @Signing", SCRIPT)
    assert "-not $Done.TimeStamperCertificate" in SCRIPT
    assert "`-Timestamp none`" in GUIDE


def test_certificate_and_inno_setup_are_looked_for_before_anything_is_built() -> None:
    before, after = SCRIPT[:FIRST_STEP], SCRIPT[FIRST_STEP:]
    assert 'Get-Item "Cert:' in before
    assert "Cert:" not in after
    assert "Certificate = $Certificate;" in after
    assert "Get-Command iscc" in before
    assert "ISCC.exe" not in after
    assert re.search(r"if \(\$Sign\) \{ throw ", before)
    for each in ("-not $Certificate", "-not $Certificate.HasPrivateKey", "$Certificate.NotAfter -lt (Get-Date)"):
        assert f"if ({each}) {{ throw " in before


def test_inno_setup_is_looked_for_wherever_its_installer_may_have_put_it() -> None:
    looked = re.search(r"foreach \(\$Folder in (.*)\) \{$", SCRIPT, re.MULTILINE)
    assert looked is not None
    assert looked[1] == '${env:ProgramFiles(x86)}, $env:ProgramFiles, "$env:LOCALAPPDATA\\Programs"'


def test_the_build_says_which_python_is_carried_so_that_somebody_looks_whether_there_is_a_newer_one() -> None:
    told = tool("notices").python_told("3.13.2")
    assert "Python 3.13.2" in told
    assert "newest 3.13 there is" in told
    # Both builds end in it, and the checklist has a place to write it down.
    for script in (SCRIPT.replace("\\", "/"), (ROOT / ".ci" / "bundle").read_text(encoding="utf-8")):
        assert ".ci/notices.py" in script
    checklist = (ROOT / "docs" / "release-checklist.md").read_text(encoding="utf-8")
    assert "the newest of its series: yes / no" in checklist
