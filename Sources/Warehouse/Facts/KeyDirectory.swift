import Tabular

/// Finds versions by the hash of their business key, in memory: 8 bytes a slot, open addressing.
///
/// It answers with candidates only: a slot keeps 32 bits of the hash beside its place, and versions that were superseded
/// may still be listed. The caller looks at the version itself.
public struct KeyDirectory: ~Copyable {
  private var slots: UnsafeMutableBufferPointer<UInt64>
  public private(set) var count = 0

  /// - Parameter capacity: versions expected.
  public init(capacity: Int = 0) {
    // At most three quarters full.
    slots = KeyDirectory.empty(max(1024, capacity / 3 * 4 + 4))
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
    Probe(slot: home(hash), tag: (hash >> 32) << 32)
  }

  /// Tells ahead that `hash` will be looked for.
  @inline(__always)
  public func prefetch(_ hash: UInt64) { Prefetch.fetch(slots.baseAddress! + home(hash)) }

  /// The next version that may have the probe's hash; nil where there is no other.
  @inline(__always)
  public func next(_ probe: inout Probe) -> Int? {
    while true {
      let slot = slots[probe.slot]
      if slot == 0 { return nil }
      probe.slot = next(probe.slot)
      if slot & 0xFFFF_FFFF_0000_0000 == probe.tag { return Int(slot & 0xFFFF_FFFF) }
    }
  }

  /// Lists version `id` (from 1) under `hash`.
  public mutating func insert(_ hash: UInt64, _ id: Int) {
    precondition(id > 0 && id <= UInt32.max, "more versions than a directory can number")
    if (count + 1) * 4 > slots.count * 3 { grow() }
    put(hash, UInt64(id))
    count += 1
  }

  /// Lists `id` in the place of the version that `probe` gave last.
  public mutating func replace(_ probe: Probe, with id: Int) {
    slots[(probe.slot == 0 ? slots.count : probe.slot) - 1] = probe.tag | UInt64(id)
  }

  private static func empty(_ size: Int) -> UnsafeMutableBufferPointer<UInt64> {
    let slots = LargeMemory.allocate(size, of: UInt64.self)
    slots.initialize(repeating: 0)
    return slots
  }

  /// Where a hash belongs: its first 32 bits as a share of all slots, so that a slot's own bits give its place in a
  /// larger directory.
  @inline(__always)
  private func home(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: ((hash >> 32) &* UInt64(slots.count)) >> 32)
  }

  @inline(__always)
  private func next(_ place: Int) -> Int { place + 1 == slots.count ? 0 : place + 1 }

  @inline(__always)
  private func put(_ hash: UInt64, _ id: UInt64) {
    var place = home(hash)
    while slots[place] != 0 { place = next(place) }
    slots[place] = (hash >> 32) << 32 | id
  }

  private mutating func grow() {
    let old = slots
    slots = KeyDirectory.empty(old.count / 2 * 3)
    for slot in old where slot != 0 { put(slot, slot & 0xFFFF_FFFF) }
    old.deallocate()
  }
}
