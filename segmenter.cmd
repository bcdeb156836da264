@echo off
rem UNTESTED: written after the POSIX launcher, never run on Windows. Reports and corrections are welcome.
setlocal
set "HOME_DIR=%~dp0"
set "JAR=%HOME_DIR%target\segmenter.jar"
where java >nul 2>nul || (echo segmenter: java is missing. Install a JDK 17 or newer. 1>&2 & exit /b 3)
rem A jar that is older than its sources is built anew; where PowerShell is missing, it is taken as it is.
set "STALE="
if not exist "%JAR%" set "STALE=yes"
if not defined STALE if exist "%HOME_DIR%pom.xml" (
    pushd "%HOME_DIR%"
    powershell -NoProfile -Command "$built = (Get-Item target\segmenter.jar).LastWriteTime; if (Get-ChildItem pom.xml,src\*\pom.xml,src\*\src\main -Recurse -File | Where-Object { $_.LastWriteTime -gt $built } | Select-Object -First 1) { exit 9 }" 2>nul
    if errorlevel 9 if not errorlevel 10 set "STALE=yes"
    popd
)
if defined STALE (
    where mvn >nul 2>nul || (echo segmenter: mvn is missing, and %JAR% is not built. Install Maven 3.8 or newer. 1>&2 & exit /b 3)
    echo segmenter: building, this takes some minutes on first use 1>&2
    pushd "%HOME_DIR%"
    call mvn -B -q -ntp -Dmaven.test.skip=true -Dspotless.skip=true -pl src/app -am package 1>&2
    if errorlevel 1 (popd & echo segmenter: the build failed; the messages above say why. 1>&2 & exit /b 70)
    popd
)
java -XX:+UseParallelGC -Djava.util.logging.manager=org.jboss.logmanager.LogManager %SEGMENTER_JAVA_OPTS% -jar "%JAR%" %*
exit /b %errorlevel%
