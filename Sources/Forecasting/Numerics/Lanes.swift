/// The doubles of a row of vectors.
@inline(__always)
func doubles(_ lanes: UnsafeMutablePointer<SIMD4<Double>>) -> UnsafeMutablePointer<Double> {
  UnsafeMutableRawPointer(lanes).assumingMemoryBound(to: Double.self)
}

/// `count` vectors of zeros.
func lanes(_ count: Int) -> UnsafeMutablePointer<SIMD4<Double>> {
  let memory = UnsafeMutablePointer<SIMD4<Double>>.allocate(capacity: count)
  memory.initialize(repeating: .zero, count: count)
  return memory
}
