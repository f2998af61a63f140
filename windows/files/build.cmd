@echo off
setlocal DisableDelayedExpansion
title Prongsai
chcp 65001 >nul
cls
if not exist "%~dp0python\python.exe" (
  echo แตกไฟล์ ZIP ทั้งหมดก่อน แล้วดับเบิลคลิกในโฟลเดอร์ที่ได้
  echo Unpack the whole ZIP first, then double-click in the folder that it makes.
  pause
  exit /b 1
)
"%~dp0python\python.exe" -X utf8 -m generator start --build "%~dp0."
pause
