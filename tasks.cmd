@echo off
rem The tasks of the Makefile on Windows: tasks build, tasks test, tasks preview ...
setlocal
set "PYTHON="
for %%P in ("py -3" python python3) do (
  if not defined PYTHON %%~P -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul && set "PYTHON=%%~P"
)
if not defined PYTHON (
  echo Python 3.11 or newer is needed. 1>&2
  exit /b 2
)
%PYTHON% "%~dp0tasks.py" %*
exit /b %errorlevel%
