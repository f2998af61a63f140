@echo off
setlocal DisableDelayedExpansion
rem Thai needs code page 65001; the window gets its own back afterwards.
for /f "tokens=2 delims=:." %%p in ('chcp') do set "PRONGSAI_CODE_PAGE=%%p"
chcp 65001 >nul
"%~dp0python\python.exe" -X utf8 -m generator %*
set "PRONGSAI_EXIT=%errorlevel%"
if defined PRONGSAI_CODE_PAGE chcp %PRONGSAI_CODE_PAGE% >nul
exit /b %PRONGSAI_EXIT%
