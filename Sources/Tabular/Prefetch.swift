internal import CRecordIndex

/// Tells the machine what memory is wanted soon: a table that does not fit the cache costs 100 ns a look-up where one
/// waits for it, and a tenth of that where the look-ups of the next rows are told ahead.
public enum Prefetch {
  @inline(__always)
  public static func fetch(_ address: UnsafeRawPointer) { memory_prefetch(address) }
}
