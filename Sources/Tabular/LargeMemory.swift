import Glibc

/// Memory of tables that do not fit the cache, on large pages where the machine gives them: a look-up at a random place
/// among small pages waits twice, for the memory and for where its page is.
public enum LargeMemory {
  private static let page = 2 << 20
  /// Bytes of a line of the cache: an element that fills one lies in one.
  private static let line = 64

  /// Room for `count` elements, to be given back with `deallocate()`.
  public static func allocate<Element: BitwiseCopyable>(
    _ count: Int, of type: Element.Type
  ) -> UnsafeMutableBufferPointer<Element> {
    let bytes = count * MemoryLayout<Element>.stride
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes, alignment: bytes < page ? line : page)
    // A wish: where it is not granted, the memory is as any other.
    if bytes >= page { madvise(memory.baseAddress, bytes, MADV_HUGEPAGE) }
    return memory.bindMemory(to: type)
  }
}
