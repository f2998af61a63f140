@echo off
setlocal DisableDelayedExpansion
title Prongsai
chcp 65001 >nul
cls
"%~dp0python\python.exe" -X utf8 -m generator start --build "%~dp0."
pause
