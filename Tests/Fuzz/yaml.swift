// Compiled by run.sh alone: libFuzzer calls this with mutations of the corpus.

@_cdecl("LLVMFuzzerTestOneInput") public func fuzzYAML(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let violations = YAMLProperties.violations(Array(UnsafeBufferPointer(start: bytes, count: count)))
  if !violations.isEmpty { fatalError(violations.joined(separator: "; ")) }
  return 0
}
