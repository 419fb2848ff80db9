import Foundation

/// `renameat2(RENAME_EXCHANGE)`: two names change places in one step.
enum AtomicExchange {
  private typealias Call = @convention(c) (CInt, UnsafePointer<CChar>, CInt, UnsafePointer<CChar>, CUnsignedInt) -> CInt
  private static let exchangeFlag: CUnsignedInt = 2

  /// False where the C library or the file system has no such call; nothing has changed then.
  static func exchange(_ first: String, _ second: String) -> Bool {
    // The Glibc module does not show the function, so it is looked up by name.
    guard let library = dlopen(nil, RTLD_NOW), let symbol = dlsym(library, "renameat2") else { return false }
    return unsafeBitCast(symbol, to: Call.self)(AT_FDCWD, first, AT_FDCWD, second, exchangeFlag) == 0
  }
}
