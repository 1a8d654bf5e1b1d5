; Inno Setup 6.3 or later. One installer for both ways:
;   all users (council IT):  TeamHealth-0.1.0-setup.exe /VERYSILENT /SUPPRESSMSGBOXES /NORESTART /ALLUSERS
;   one user, no rights:     TeamHealth-0.1.0-setup.exe /CURRENTUSER
; build.ps1 calls it as: iscc /DVersion=0.1.0 [/DSignTool=name] .ci\installer\teamhealth.iss

#ifndef Version
  #error Say which version: iscc /DVersion=0.1.0 teamhealth.iss
#endif
#define Bundle "..\..\dist\TeamHealth"

[Setup]
AppId={{5E0C4C2E-7B52-4E0B-9E51-1F9C3B6A7D24}
AppName=Team Health
AppVersion={#Version}
AppPublisher=Team Health
VersionInfoVersion={#Version}
LicenseFile=..\..\LICENSE
DefaultDirName={autopf}\Team Health
DefaultGroupName=Team Health
DisableProgramGroupPage=yes
; Qt needs icuuc.dll, which Windows has from 1903 on.
MinVersion=10.0.18362
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
; AppLocker's default rules stop programs in a user's own folders, so all users comes first.
PrivilegesRequired=admin
PrivilegesRequiredOverridesAllowed=dialog commandline
ChangesAssociations=yes
; A program that runs is left alone, since a team may be answering on it: setup asks for it to be closed, and where it may
; not ask, it leaves with an exit code other than 0 and has changed nothing. The program holds these while it runs.
AppMutex=TeamHealthRuns,Global\TeamHealthRuns
CloseApplications=no
RestartApplications=no
SetupIconFile=..\..\resources\icons\teamhealth.ico
UninstallDisplayIcon={app}\TeamHealth.exe
UninstallDisplayName=Team Health
OutputDir=..\..\dist
OutputBaseFilename=TeamHealth-{#Version}-setup
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
#ifdef SignTool
SignTool={#SignTool}
SignedUninstaller=yes
#endif

[Languages]
Name: "english"; MessagesFile: "compiler:Default.isl"

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

; What an older version left, which this one may no longer have. Surveys lie elsewhere and are not touched.
[InstallDelete]
Type: filesandordirs; Name: "{app}\_internal"
Type: filesandordirs; Name: "{app}\documents"

[Files]
Source: "{#Bundle}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{autoprograms}\Team Health"; Filename: "{app}\TeamHealth.exe"; AppUserModelID: "TeamHealth"
Name: "{autoprograms}\Team Health documents"; Filename: "{app}\documents\index.html"
Name: "{autodesktop}\Team Health"; Filename: "{app}\TeamHealth.exe"; Tasks: desktopicon

; Removing goes from the last line to the first: a type's own key is looked at when what was in it is gone. It stays where
; somebody else has put something into it.
[Registry]
Root: HKA; Subkey: "Software\Classes\.thsurvey"; Flags: uninsdeletekeyifempty
Root: HKA; Subkey: "Software\Classes\.thresults"; Flags: uninsdeletekeyifempty
Root: HKA; Subkey: "Software\Classes\.threturn"; Flags: uninsdeletekeyifempty
Root: HKA; Subkey: "Software\Classes\.thkey"; Flags: uninsdeletekeyifempty
Root: HKA; Subkey: "Software\Classes\.thsurvey\OpenWithProgids"; ValueType: string; ValueName: "TeamHealth.survey"; ValueData: ""; Flags: uninsdeletevalue uninsdeletekeyifempty
Root: HKA; Subkey: "Software\Classes\.thresults\OpenWithProgids"; ValueType: string; ValueName: "TeamHealth.results"; ValueData: ""; Flags: uninsdeletevalue uninsdeletekeyifempty
Root: HKA; Subkey: "Software\Classes\.threturn\OpenWithProgids"; ValueType: string; ValueName: "TeamHealth.return"; ValueData: ""; Flags: uninsdeletevalue uninsdeletekeyifempty
Root: HKA; Subkey: "Software\Classes\.thkey\OpenWithProgids"; ValueType: string; ValueName: "TeamHealth.key"; ValueData: ""; Flags: uninsdeletevalue uninsdeletekeyifempty
Root: HKA; Subkey: "Software\Classes\TeamHealth.survey"; ValueType: string; ValueName: ""; ValueData: "Team Health survey"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\TeamHealth.survey\DefaultIcon"; ValueType: string; ValueName: ""; ValueData: "{app}\_internal\resources\icons\document.ico"
Root: HKA; Subkey: "Software\Classes\TeamHealth.survey\shell\open\command"; ValueType: string; ValueName: ""; ValueData: """{app}\TeamHealth.exe"" ""%1"""
Root: HKA; Subkey: "Software\Classes\TeamHealth.results"; ValueType: string; ValueName: ""; ValueData: "Team Health results"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\TeamHealth.results\DefaultIcon"; ValueType: string; ValueName: ""; ValueData: "{app}\_internal\resources\icons\document.ico"
Root: HKA; Subkey: "Software\Classes\TeamHealth.results\shell\open\command"; ValueType: string; ValueName: ""; ValueData: """{app}\TeamHealth.exe"" ""%1"""
Root: HKA; Subkey: "Software\Classes\TeamHealth.return"; ValueType: string; ValueName: ""; ValueData: "Team Health sealed return"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\TeamHealth.return\DefaultIcon"; ValueType: string; ValueName: ""; ValueData: "{app}\_internal\resources\icons\document.ico"
Root: HKA; Subkey: "Software\Classes\TeamHealth.return\shell\open\command"; ValueType: string; ValueName: ""; ValueData: """{app}\TeamHealth.exe"" ""%1"""
Root: HKA; Subkey: "Software\Classes\TeamHealth.key"; ValueType: string; ValueName: ""; ValueData: "Team Health key"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\TeamHealth.key\DefaultIcon"; ValueType: string; ValueName: ""; ValueData: "{app}\_internal\resources\icons\document.ico"
Root: HKA; Subkey: "Software\Classes\TeamHealth.key\shell\open\command"; ValueType: string; ValueName: ""; ValueData: """{app}\TeamHealth.exe"" ""%1"""

[Run]
Filename: "{app}\TeamHealth.exe"; Description: "{cm:LaunchProgram,Team Health}"; Flags: nowait postinstall skipifsilent

[Messages]
ConfirmUninstall=Remove %1 from this computer? Surveys and results stay where they are: in the folder that data-folder.txt names beside the program, or else in each user's local application data, in the folder TeamHealth. To remove them too, note that folder now and delete it afterwards. A file data-folder.txt stays as well, so that Team Health finds its surveys when it is installed again.
