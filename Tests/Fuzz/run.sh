#!/usr/bin/env bash
# Coverage-guided fuzzing with libFuzzer and AddressSanitizer, outside the normal build:
#   Tests/Fuzz/run.sh reader|decoders|yaml [seconds, 600 if not given] [more options of libFuzzer]
# What crashes, hangs or breaks a property is left in the build folder; what is worth keeping goes to corpus/<target>,
# through which `swift test` runs.
set -euo pipefail
cd "$(dirname "$0")/../.."

target=${1:-}
seconds=${2:-600}
scratch=${FUZZ_SCRATCH:-.build/fuzz}
crypto="Crypto CryptoBoringWrapper CryptoExtras CCryptoBoringSSL CCryptoBoringSSLShims CXKCP CXKCPShims SwiftASN1"
case $target in
  reader)
    top=Tabular modules="Tabular CRecordIndex"
    sources="Tests/TabularTests/MemoryStream.swift Tests/TabularTests/NaiveParser.swift
      Tests/TabularTests/SeenRecord.swift Tests/TabularTests/Fuzz/ReaderProperties.swift" ;;
  decoders)
    top=Domain modules="Domain Tabular CRecordIndex $crypto"
    sources=Tests/DomainTests/Fuzz/DecoderProperties.swift ;;
  yaml)
    top=Pipeline
    modules="Pipeline Stages Disclosure Forecasting Warehouse CLZ4 Documents Domain Tabular CRecordIndex Yams CYaml GRDB Mustache Logging $crypto"
    sources="Tests/PipelineTests/Support/ProjectFolder.swift Tests/PipelineTests/Fuzz/YAMLProperties.swift" ;;
  *) echo "usage: $0 reader|decoders|yaml [seconds]" >&2; exit 64 ;;
esac

swift build -c release --scratch-path "$scratch" --target $top \
  -Xswiftc -sanitize=fuzzer,address -Xswiftc -enable-testing -Xcc -fsanitize=fuzzer-no-link,address
products=$(cd "$scratch/release" && pwd)
packages=$(cd "$scratch/checkouts" && pwd)
objects=$(for module in $modules; do find "$products/$module.build" -name '*.o' 2>/dev/null || true; done)
libraries="-lstdc++"
maps="-Xcc -fmodule-map-file=$products/CRecordIndex.build/module.modulemap"
if [ $target = yaml ]; then
  libraries="-lstdc++ -lsqlite3 -lz"
  maps="$maps -Xcc -fmodule-map-file=$products/CLZ4.build/module.modulemap"
fi
swiftc -O -sanitize=fuzzer,address -parse-as-library -module-name Fuzz -I "$products/Modules" -I Sources/CZlib \
  -I "$packages/Yams/Sources/CYaml/include" -I "$packages/GRDB.swift/Sources/GRDBSQLite" \
  $maps Tests/Fuzz/$target.swift $sources $objects $libraries -o "$products/fuzz-$target" 2>&1 | grep -v 'local symbol' || true

# Leaks are not looked for: the Swift runtime keeps what it allocates once. A crash need not print a Swift backtrace.
mkdir -p "$products/corpus-$target"
cd "$products"
ASAN_OPTIONS=detect_leaks=0 SWIFT_BACKTRACE=enable=no "./fuzz-$target" -max_total_time="$seconds" -timeout=10 \
  -max_len=4096 -rss_limit_mb=2048 -print_final_stats=1 "${@:3}" "corpus-$target" "$OLDPWD/Tests/Fuzz/corpus/$target"
