import Foundation

/// A value that is made when it is first asked for, once, whichever thread asks.
final class OnDemand<Value>: @unchecked Sendable {
  // ThreadSanitizer knows this lock; it takes what a `Mutex` of Synchronization guards for a race.
  private let lock = NSLock()
  private let make: () -> Value
  /// Guarded by `lock`.
  private var made: Value?

  init(_ make: @escaping () -> Value) { self.make = make }

  var value: Value {
    lock.withLock {
      if let made { return made }
      let value = make()
      made = value
      return value
    }
  }
}
