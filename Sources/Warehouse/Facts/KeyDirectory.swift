import Tabular

/// Finds versions by the hash of their business key, in memory: 8 bytes a slot, open addressing.
///
/// It answers with candidates only: a slot keeps 32 bits of the hash beside its place, and versions that were superseded
/// may still be listed. The caller looks at the version itself.
public struct KeyDirectory: ~Copyable {
  private var slots: UnsafeMutableBufferPointer<UInt64>
  private var mask: Int
  /// The place of a hash is its first bits, so that a slot's own 32 bits give its place in a larger directory.
  private var shift: UInt64
  public private(set) var count = 0

  /// - Parameter capacity: versions expected.
  public init(capacity: Int = 0) {
    var size = 1024
    // At most two thirds full.
    while size * 2 < capacity * 3 { size *= 2 }
    slots = KeyDirectory.empty(size)
    mask = size - 1
    shift = UInt64(64 - size.trailingZeroBitCount)
  }

  deinit { slots.deallocate() }

  /// A place to look at; `next` moves it on.
  public struct Probe {
    fileprivate var slot: Int
    fileprivate let tag: UInt64
  }

  /// The probe for `hash`.
  @inline(__always)
  public func probe(_ hash: UInt64) -> Probe {
    Probe(slot: Int(truncatingIfNeeded: hash >> shift), tag: (hash >> 32) << 32)
  }

  /// Tells ahead that `hash` will be looked for.
  @inline(__always)
  public func prefetch(_ hash: UInt64) { Prefetch.fetch(slots.baseAddress! + Int(truncatingIfNeeded: hash >> shift)) }

  /// The next version that may have the probe's hash; nil where there is no other.
  @inline(__always)
  public func next(_ probe: inout Probe) -> Int? {
    while true {
      let slot = slots[probe.slot]
      if slot == 0 { return nil }
      probe.slot = (probe.slot + 1) & mask
      if slot & 0xFFFF_FFFF_0000_0000 == probe.tag { return Int(slot & 0xFFFF_FFFF) }
    }
  }

  /// Lists version `id` (from 1) under `hash`.
  public mutating func insert(_ hash: UInt64, _ id: Int) {
    precondition(id > 0 && id <= UInt32.max, "more versions than a directory can number")
    if (count + 1) * 3 > slots.count * 2 { grow() }
    put(hash, UInt64(id))
    count += 1
  }

  /// Lists `id` in the place of the version that `probe` gave last.
  public mutating func replace(_ probe: Probe, with id: Int) {
    let place = (probe.slot - 1) & mask
    slots[place] = probe.tag | UInt64(id)
  }

  private static func empty(_ size: Int) -> UnsafeMutableBufferPointer<UInt64> {
    let slots = UnsafeMutableBufferPointer<UInt64>.allocate(capacity: size)
    slots.initialize(repeating: 0)
    return slots
  }

  @inline(__always)
  private func put(_ hash: UInt64, _ id: UInt64) {
    var place = Int(truncatingIfNeeded: hash >> shift)
    while slots[place] != 0 { place = (place + 1) & mask }
    slots[place] = (hash >> 32) << 32 | id
  }

  private mutating func grow() {
    let old = slots
    slots = KeyDirectory.empty(old.count * 2)
    mask = slots.count - 1
    shift -= 1
    for slot in old where slot != 0 { put(slot, slot & 0xFFFF_FFFF) }
    old.deallocate()
  }
}
